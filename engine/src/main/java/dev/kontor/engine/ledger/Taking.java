package dev.kontor.engine.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who takes lanes that begin.
 *
 * @param most lanes to take
 */
public record Taking(String node, int most) {

  public static final Taking NOTHING = new Taking("", 0);

  /** The owner of each lane to be taken, by its key. */
  Map<String, String> owners(List<Append> appends) {
    Map<String, String> owners = new HashMap<>();
    for (Append append : appends) {
      if (owners.size() < most) {
        owners.put(append.laneKey(), node);
      }
    }
    return owners;
  }
}
