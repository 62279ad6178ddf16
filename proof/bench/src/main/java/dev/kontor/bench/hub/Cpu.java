package dev.kontor.bench.hub;

/**
 * CPU time in milliseconds.
 *
 * @param process of the pipeline's own process
 * @param database of PostgreSQL, 0 where there is none
 */
public record Cpu(long process, long database) {

  public Cpu minus(Cpu earlier) {
    return new Cpu(process - earlier.process, database - earlier.database);
  }

  public long sum() {
    return process + database;
  }
}
