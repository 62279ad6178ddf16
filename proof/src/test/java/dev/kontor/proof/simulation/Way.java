package dev.kontor.proof.simulation;

import dev.kontor.engine.budget.NodePermit;
import java.util.function.Supplier;

/**
 * The way from one process to one system.
 *
 * @param lease the process's right to act at present
 */
record Way(
    World world,
    HubProcess process,
    Weather weather,
    Traffic traffic,
    Supplier<? extends NodePermit> lease) {

  /** Somebody the system has to deal with, until it is done. */
  Traffic.Call begins(String what) {
    return traffic.begins(process.name() + " " + what, lease.get());
  }

  void trace(String line) {
    world.trace().add(process.name() + " " + line);
  }
}
