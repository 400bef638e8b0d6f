/** How an axis writes its numbers. The figures themselves come worded from the app; axes choose their own steps. */
export interface NumberForm {
  divisor?: number;
  decimalSeparator?: string;
  /** Written after the number, with its own space if it wants one. */
  suffix?: string;
}

/** Groups by no-break space and the true minus sign, as the rest of the app writes numbers. */
export function formatter(form: NumberForm): (value: number) => string {
  const { divisor = 1, decimalSeparator = ",", suffix = "" } = form;
  return (value) => {
    // Six decimals are more than any axis step needs and hide the binary remainders of the division.
    const [whole = "0", part] = String(Number(Math.abs(value / divisor).toFixed(6))).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
    return (value < 0 ? "\u2212" : "") + grouped + (part ? decimalSeparator + part : "") + suffix;
  };
}
