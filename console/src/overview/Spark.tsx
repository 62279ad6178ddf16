const WIDTH = 96;
const HEIGHT = 18;

/** A line of counts small enough for a table's cell; the figures beside it carry the meaning. */
export function Spark({values}: {values: number[]}) {
  if (values.length < 2) return null;
  const most = Math.max(...values, 1);
  const step = WIDTH / (values.length - 1);
  const points = values.map(
    (v, i) => `${(i * step).toFixed(1)},${(HEIGHT - 1 - (v / most) * (HEIGHT - 3)).toFixed(1)}`,
  );
  return (
    <svg className="spark" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
