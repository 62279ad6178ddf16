package dev.kontor.bench.hub;

import java.net.URI;

/** One of the two pipelines compared, running in a process of its own. */
public interface Side extends AutoCloseable {

  String name();

  /** Where the shop pushes orders to. */
  URI door();

  /** Whether nothing is left to be done, outcomes included. */
  boolean isSettled();

  /** CPU used so far. */
  Cpu cpu();

  /** Most memory its process ever had resident, in MiB. */
  long peakMegabytes();

  @Override
  void close();
}
