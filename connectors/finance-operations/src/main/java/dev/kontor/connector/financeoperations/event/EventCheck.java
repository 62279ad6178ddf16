package dev.kontor.connector.financeoperations.event;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the events that settings name exist. Nothing stops where they do not. */
public final class EventCheck {

  private static final String SUBJECT = "business events";
  private static final String CATALOGUE = "BusinessEventsCatalogs";
  private static final String ID = "BusinessEventId";

  private final FnoApi api;
  private final Set<String> named;
  private final boolean open;

  public EventCheck(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.named = new EventMeanings(settings).ids();
    this.open = EventDoor.of(settings).isPresent();
  }

  public List<Finding> findings() {
    if (named.isEmpty()) {
      return List.of(
          open
              ? Finding.warning(
                  SUBJECT,
                  "eventSecret is set, but events names none, so that all are ignored",
                  "Name the ids of the events that are activated, as the catalogue lists them.")
              : Finding.ok(SUBJECT, "not used, changes are found by polling"));
    }
    try {
      return List.of(listed());
    } catch (FaultException e) {
      return List.of(
          Finding.warning(
              SUBJECT,
              "the catalogue of events cannot be read: " + e.fault().message(),
              "Let the mapped user read "
                  + CATALOGUE
                  + ", or see to it yourself that the ids in setting events are right."));
    }
  }

  private Finding listed() {
    Set<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    missing.addAll(named);
    api.everywhereOf(CATALOGUE, ID, missing, List.of(ID))
        .forEach(row -> missing.remove(Row.text(row, ID)));
    return missing.isEmpty()
        ? Finding.ok(SUBJECT, "the catalogue has all " + named.size() + " that settings name")
        : Finding.warning(
            "setting events",
            "the environment's catalogue of business events has no " + String.join(", ", missing),
            "Write the id as System administration, Set up, Business events lists it.");
  }
}
