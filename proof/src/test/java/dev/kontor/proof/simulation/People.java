package dev.kontor.proof.simulation;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Hub;
import java.util.List;
import java.util.Map;

/** Those who use both systems, whatever a hub does. */
interface People {

  boolean hasPlans();

  /** Does the next of what somebody has in mind. */
  void next();

  /** Whether the shop has something to say to a hub. */
  boolean hasDeliveries();

  /** Says one of it. */
  void deliver(Hub hub);

  /** The cursor of each polled flow whose source is read to its end. */
  Map<String, String> ends();

  /** Somebody does what the hub cannot, and says so. */
  void settle(Deciding deciding, List<Long> dead);
}
