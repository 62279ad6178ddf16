package dev.kontor.engine.ledger;

import dev.kontor.engine.flow.LaneKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who takes lanes that begin.
 *
 * @param most lanes to take
 * @param others most of them that are not of orders
 */
public record Taking(String node, int most, int others) {

  public static final Taking NOTHING = new Taking("", 0);

  /** Whatever they are. */
  public Taking(String node, int most) {
    this(node, most, most);
  }

  /** The owner of each lane to be taken, by its key. */
  Map<String, String> owners(List<Append> appends) {
    Map<String, String> owners = new HashMap<>();
    int left = others;
    for (Append append : appends) {
      boolean other = append.priority() > LaneKey.ORDERS;
      if (owners.size() < most && (!other || left > 0)) {
        boolean more = owners.put(append.laneKey(), node) == null;
        left -= other && more ? 1 : 0;
      }
    }
    return owners;
  }
}
