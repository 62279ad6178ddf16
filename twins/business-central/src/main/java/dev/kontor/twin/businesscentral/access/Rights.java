package dev.kontor.twin.businesscentral.access;

import dev.kontor.twin.kit.odata.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Entity sets that the permission sets of the app user leave out (behaviours.md §2 and §4). */
public final class Rights {
  /** Entity sets that a posting inserts into. */
  private static final Map<String, Set<String>> POSTINGS =
      Map.of(
          "Microsoft.NAV.ship", Set.of("salesShipments"),
          "Microsoft.NAV.invoice", Set.of("salesInvoices"),
          "Microsoft.NAV.shipAndInvoice", Set.of("salesShipments", "salesInvoices"));

  private volatile Set<String> unreadable = Set.of();
  private volatile Set<String> unwritable = Set.of();

  /** {@code {unreadable:[set], unwritable:[set]}}; what is not named is allowed again. */
  public void set(JsonNode denied) {
    unreadable = names(denied.path("unreadable"));
    unwritable = names(denied.path("unwritable"));
  }

  private static Set<String> names(JsonNode sets) {
    Set<String> names = new TreeSet<>();
    sets.forEach(set -> names.add(set.asString()));
    return Set.copyOf(names);
  }

  /** Why the call must not be made, in the service's words; empty if it may. */
  public Optional<String> refusal(String method, List<Segment> path) {
    boolean read = method.equals("GET");
    Set<String> denied = read ? unreadable : unwritable;
    return path.stream()
        .map(Segment::name)
        .flatMap(name -> POSTINGS.getOrDefault(name, Set.of(name)).stream())
        .filter(denied::contains)
        .findFirst()
        .map(
            set ->
                "Sorry, the current permissions prevented the action. (TableData %s %s)"
                    .formatted(set, read ? "Read" : "Insert, Modify, Delete"));
  }
}
