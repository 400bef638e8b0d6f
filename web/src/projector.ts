// The projector's window. The presenter's window sends each slide as it draws it, over a BroadcastChannel of its own; the
// projector's shows it and nothing else. It starts no app, opens no plan and writes nothing, so that it can neither hold a
// copy of the plan nor fork one. Either may be reloaded: the one that comes back asks, the other answers.

type Message = { kind: "slide"; html: string; lang: string } | { kind: "ask" | "here" | "gone" };

const ADDRESS = "#/projektor/";
const ID = "samplan/projector";

/** Whether this window is a projector's. */
export const isProjector = location.hash.startsWith(ADDRESS);

let own: string | undefined;

/** This tab's name of the channel; it is the same after a reload, where the browser keeps it. */
function channelName(): string {
  try {
    own ??= sessionStorage.getItem(ID) ?? undefined;
    if (!own) sessionStorage.setItem(ID, (own = anew()));
  } catch {
    own ??= anew(); // Storage is blocked.
  }
  return `samplan/projector/${own}`;
}

// `randomUUID` is missing where the address has no certificate.
function anew(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

/** Shows what the presenter's window sends, for as long as the window is open. */
export function mirror(): void {
  const channel = new BroadcastChannel(`samplan/projector/${location.hash.slice(ADDRESS.length)}`);
  const place = document.createElement("main");
  place.className = "show mirror";
  place.dataset["test"] = "mirror";
  place.inert = true;
  document.documentElement.dataset["theme"] = "projector";
  document.body.replaceChildren(place);
  document.body.dataset["ready"] = "true";
  const post = (message: Message) => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== "slide") return;
    // What users typed is text in it, as the presenter's page serialised it; the page's policy runs no script of it.
    place.innerHTML = data.html;
    document.documentElement.lang = data.lang;
    post({ kind: "here" });
  };
  addEventListener("pagehide", () => post({ kind: "gone" }));
  // A double click fills the screen: the browser wants a gesture in the window itself.
  document.addEventListener("dblclick", () => {
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.());
  });
  post({ kind: "ask" });
}

/** Opens the projector's window, or brings it forward; whether the browser let it. */
export function openProjector(): boolean {
  const id = channelName().slice("samplan/projector/".length);
  const address = `${location.pathname}${location.search}${ADDRESS}${id}`;
  return Boolean(window.open(address, `samplan-projector-${id}`, "popup,width=1280,height=720"));
}

/** Sends what the element shows, and again at each change, until the returned function is called. `followed` is told
    whether a projector's window follows. */
export function present(element: HTMLElement, followed: (is: boolean) => void): () => void {
  const channel = new BroadcastChannel(channelName());
  const post = (message: Message) => channel.postMessage(message);
  let waiting = 0;
  let leaving = 0;
  const send = () => {
    waiting = 0;
    const copy = element.cloneNode(true) as HTMLElement;
    // What is typed and moved is no attribute of its field, so that the copy lacks it.
    const fields = copy.querySelectorAll("input");
    element.querySelectorAll("input").forEach((field, at) => fields[at]?.setAttribute("value", field.value));
    post({ kind: "slide", html: copy.outerHTML, lang: document.documentElement.lang });
  };
  const soon = () => (waiting ||= requestAnimationFrame(send));
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "ask") send();
    else if (data.kind === "here") {
      clearTimeout(leaving);
      followed(true);
    } else if (data.kind === "gone") {
      // A reload comes back at once; a window that is closed does not.
      clearTimeout(leaving);
      leaving = window.setTimeout(() => followed(false), 1500);
    }
  };
  const observer = new MutationObserver(soon);
  observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
  element.addEventListener("input", soon);
  soon();
  return () => {
    observer.disconnect();
    element.removeEventListener("input", soon);
    cancelAnimationFrame(waiting);
    clearTimeout(leaving);
    channel.close();
  };
}
