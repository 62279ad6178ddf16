package dev.kontor.bench.orders;

/**
 * One stretch of orders through one side.
 *
 * @param perSecond from the first push to the last stored outcome
 * @param accept how long the door took
 * @param endToEnd from the push to the arrival at the target
 * @param cpu of the side, milliseconds per order
 * @param databaseCpu of its database, milliseconds per order
 * @param due when each order was pushed or should have been, monotonic nanoseconds
 */
record Window(
    double perSecond,
    Latency accept,
    Latency endToEnd,
    double cpu,
    double databaseCpu,
    long[] due) {

  /** In milliseconds. */
  record Latency(double p50, double p99) {
    static Latency of(long[] nanos) {
      return new Latency(Nanos.percentileMillis(nanos, 50), Nanos.percentileMillis(nanos, 99));
    }
  }

  double cpuSum() {
    return cpu + databaseCpu;
  }
}
