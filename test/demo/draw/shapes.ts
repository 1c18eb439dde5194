// Shapes as distances: how far a point lies outside (above zero) or inside (below zero). Units as in canvas.ts.

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Shape {
  readonly bounds: Bounds;
  readonly distance: (x: number, y: number) => number;
}

export type Point = readonly [number, number];

export function circle(centreX: number, centreY: number, radius: number): Shape {
  return ellipse(centreX, centreY, radius, radius);
}

export function ellipse(centreX: number, centreY: number, radiusX: number, radiusY: number, turn = 0): Shape {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const reach = Math.max(radiusX, radiusY);
  return {
    bounds: around(centreX, centreY, reach, reach),
    distance: (x, y) => {
      const [dx, dy] = [x - centreX, y - centreY];
      const [u, v] = [(dx * cos + dy * sin) / radiusX, (dy * cos - dx * sin) / radiusY];
      return (Math.hypot(u, v) - 1) * Math.min(radiusX, radiusY);
    },
  };
}

/** A box by its corner and size, with round corners. */
export function box(left: number, top: number, width: number, height: number, radius = 0): Shape {
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const [centreX, centreY] = [left + halfWidth, top + halfHeight];
  return {
    bounds: around(centreX, centreY, halfWidth, halfHeight),
    distance: (x, y) => {
      const dx = Math.abs(x - centreX) - halfWidth + radius;
      const dy = Math.abs(y - centreY) - halfHeight + radius;
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
    },
  };
}

/** A line of that width through the points. */
export function line(points: readonly Point[], width: number): Shape {
  const pairs = points.slice(1).map((end, index) => [points[index] ?? end, end] as const);
  const reach = width / 2;
  return {
    bounds: {
      left: Math.min(...points.map(([x]) => x)) - reach,
      top: Math.min(...points.map(([, y]) => y)) - reach,
      right: Math.max(...points.map(([x]) => x)) + reach,
      bottom: Math.max(...points.map(([, y]) => y)) + reach,
    },
    distance: (x, y) => {
      let nearest = Number.POSITIVE_INFINITY;
      for (const [start, end] of pairs) nearest = Math.min(nearest, toSegment(x, y, start, end));
      return nearest - reach;
    },
  };
}

/** Everything below the curve `y = height(x)`, over that width. */
export function ground(width: number, height: (x: number) => number, bottom = 600): Shape {
  const curve = curveCache(height);
  const top = Math.min(...Array.from({ length: 65 }, (_, index) => height((index / 64) * width)));
  return { bounds: { left: 0, top: top - 12, right: width, bottom }, distance: (x, y) => curve(x) - y };
}

/** A polygon that bulges nowhere inwards, its corners in clockwise order. */
export function polygon(corners: readonly Point[]): Shape {
  const edges = corners.map((start, index) => {
    const end = corners[(index + 1) % corners.length] ?? start;
    const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
    return { start, normalX: (end[1] - start[1]) / length, normalY: (start[0] - end[0]) / length };
  });
  return {
    bounds: {
      left: Math.min(...corners.map(([x]) => x)),
      top: Math.min(...corners.map(([, y]) => y)),
      right: Math.max(...corners.map(([x]) => x)),
      bottom: Math.max(...corners.map(([, y]) => y)),
    },
    distance: (x, y) =>
      Math.max(...edges.map((edge) => (x - edge.start[0]) * edge.normalX + (y - edge.start[1]) * edge.normalY)),
  };
}

function toSegment(x: number, y: number, start: Point, end: Point): number {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - start[0]) * dx + (y - start[1]) * dy) / squared));
  return Math.hypot(x - start[0] - dx * along, y - start[1] - dy * along);
}

/** Curves are asked for the same columns row after row. */
function curveCache(height: (x: number) => number): (x: number) => number {
  const known = new Map<number, number>();
  return (x) => {
    const found = known.get(x);
    if (found !== undefined) return found;
    const fresh = height(x);
    known.set(x, fresh);
    return fresh;
  };
}

function around(centreX: number, centreY: number, reachX: number, reachY: number): Bounds {
  return { left: centreX - reachX, top: centreY - reachY, right: centreX + reachX, bottom: centreY + reachY };
}
