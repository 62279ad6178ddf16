import type {FlowState} from '../api/types';

/** One end of a flow on a side of its connection's box. */
export interface Port {
  flow: string;
  top: number;
}

export interface Box {
  name: string;
  x: number;
  y: number;
  height: number;
  ports: Port[];
}

/** What all boxes need, in pixels, with some air. */
export const height = (boxes: Box[]) => Math.max(0, ...boxes.map(b => b.y + b.height)) + 40;

export const BOX_WIDTH = 150;
const HEAD = 46;
const ROW = 30;
const GAP = 24;
const FAR = 860;

/**
 * Boxes for connections in two columns, sources of orders to the left, with one port for each flow. Flows are ordered
 * by the box at their other end, so that lines cross as little as can be.
 */
export function layout(connections: string[], flows: FlowState[]): Box[] {
  const places = flows.filter(f => f.from !== f.to);
  const selling = new Set(places.filter(f => f.kind === 'orders').map(f => f.from));
  const isLeft = (name: string) => (selling.size > 0 ? selling.has(name) : connections.indexOf(name) % 2 === 0);
  const left = connections.filter(isLeft);
  const right = connections.filter(name => !isLeft(name));
  const other = (f: FlowState, name: string) => (f.from === name ? f.to : f.from);
  const column = (names: string[], across: string[], x: number): Box[] => {
    let y = 0;
    return names.map(name => {
      const own = places
        .filter(f => f.from === name || f.to === name)
        .sort((a, b) => across.indexOf(other(a, name)) - across.indexOf(other(b, name)));
      const ports = own.map((f, i) => ({flow: f.name, top: HEAD + i * ROW}));
      const box = {name, x, y, height: HEAD + Math.max(own.length, 1) * ROW - 8, ports};
      y += box.height + GAP;
      return box;
    });
  };
  return [...column(left, right, 0), ...column(right, left, FAR)];
}
