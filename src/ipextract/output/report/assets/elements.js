// Elements are made here alone, and what a document says goes in as text alone: no string becomes markup.

const SVG = "http://www.w3.org/2000/svg";

function byId(id) {
  return document.getElementById(id);
}

// An element with attributes and children; a string among the children is text, null is nothing.
function make(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function draw(tag, attributes, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function button(text, attributes) {
  return make("button", { type: "button", ...attributes }, text);
}

// One of many is in the order of Tab, and keys move among them: a text with a thousand numbers is one stop.
function rove(container, selector, { back, forth }) {
  const stops = () => [...container.querySelectorAll(selector)].filter((stop) => stop.offsetParent !== null);
  const hold = (stop) => {
    for (const held of container.querySelectorAll('[tabindex="0"]')) held.tabIndex = -1;
    stop.tabIndex = 0;
  };
  container.addEventListener("keydown", (event) => {
    const here = event.target.closest(selector);
    if (here === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = stops();
    const place = all.indexOf(here);
    const next = { [back]: place - 1, [forth]: place + 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || all[next] === undefined) return;
    event.preventDefault();
    hold(all[next]);
    all[next].focus();
  });
  container.addEventListener("focusin", (event) => {
    const here = event.target.closest(selector);
    if (here !== null) hold(here);
  });
  return {
    // After a change of what is shown: one of them can be reached again.
    settle() {
      const all = stops();
      if (all.length && !all.some((stop) => stop.tabIndex === 0)) hold(all[0]);
    },
  };
}

// Tabs as the ARIA practices have them: the chosen one is a stop, the arrows choose.
function tabs(list, choose) {
  list.addEventListener("click", (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab !== null) choose(tab);
  });
  list.addEventListener("keydown", (event) => {
    const all = [...list.querySelectorAll('[role="tab"]')];
    const place = all.indexOf(event.target);
    const next = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: all.length - 1 }[event.key];
    if (place < 0 || next === undefined) return;
    event.preventDefault();
    const tab = all[(next + all.length) % all.length];
    tab.focus();
    choose(tab);
  });
}

function chosen(list, tab) {
  for (const other of list.querySelectorAll('[role="tab"]')) {
    other.setAttribute("aria-selected", String(other === tab));
    other.tabIndex = other === tab ? 0 : -1;
  }
}
