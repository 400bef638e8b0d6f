import type { CustomSeriesRenderItem } from "echarts/types/dist/shared";

/**
 * A bar between two values of a category, for waterfalls and tornadoes. The data item is
 * `{value: [category index, low, high], text: …}`; it lies along whichever axis is the value axis, which series of the
 * app always put in `encode` order: upright when the category is on x (`encode: {x: 0, y: [1, 2]}`), lying when it is on
 * y (`encode: {y: 0, x: [1, 2]}`).
 */
export const floatingBar: CustomSeriesRenderItem = (params, api) => {
  const { encode } = params;
  const lying = encode["y"]?.[0] === 0;
  const category = api.value(0);
  const at = (value: number | string) => api.coord(lying ? [value, category] : [category, value]);
  const [low, high] = [at(api.value(1)), at(api.value(2))];
  const along = lying ? 0 : 1;
  const across = 1 - along;
  const size = api.size?.([1, 1]);
  const breadth = (Array.isArray(size) ? (size[across] ?? 0) : (size ?? 0)) * 0.62;
  const start = Math.min(low[along] ?? 0, high[along] ?? 0);
  const length = Math.max(Math.abs((low[along] ?? 0) - (high[along] ?? 0)), 1);
  const middle = (low[across] ?? 0) - breadth / 2;
  return {
    type: "rect",
    shape: lying
      ? { x: start, y: middle, width: length, height: breadth, r: 2 }
      : { x: middle, y: start, width: breadth, height: length, r: 2 },
    style: { fill: api.visual("color") as string, decal: api.visual("decal") as never },
  };
};
