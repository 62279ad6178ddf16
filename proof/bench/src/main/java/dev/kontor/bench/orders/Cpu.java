package dev.kontor.bench.orders;

/**
 * CPU time in milliseconds.
 *
 * @param process of the pipeline's own process
 * @param database of PostgreSQL, 0 where there is none
 */
record Cpu(long process, long database) {

  Cpu minus(Cpu earlier) {
    return new Cpu(process - earlier.process, database - earlier.database);
  }

  long sum() {
    return process + database;
  }
}
