package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One subscription for each entity set that is watched, each at its own address. They live for
 * three days and are renewed when half of that is over (business-central/behaviours.md §7). Those
 * at other doors are never touched.
 */
final class WebhookSubscriptions implements Subscriptions {

  static final String SET = "subscriptions";

  /** On either side of it hours of trouble are harmless. */
  private static final Duration RENEWED_BEFORE = Duration.ofHours(36);

  private final Company company;
  private final HintDoor door;

  WebhookSubscriptions(Company company, HintDoor door) {
    this.company = company;
    this.door = door;
  }

  @Override
  public Ensured ensure(Set<EntityType> types) {
    List<JsonNode> left = new ArrayList<>(mine());
    List<Watched> missing = new ArrayList<>();
    List<Subscription> standing = new ArrayList<>();
    for (Watched watched : Watched.of(types)) {
      Optional<JsonNode> row =
          left.stream().filter(r -> address(r).equals(door.address(watched))).findFirst();
      row.ifPresent(left::remove);
      row.ifPresentOrElse(r -> standing.add(told(kept(r))), () -> missing.add(watched));
    }
    // Of an old secret, of a flow that is switched off, or twice.
    left.forEach(this::remove);
    List<Watched> offered = company.announced(missing);
    offered.forEach(watched -> standing.add(told(created(watched))));
    return new Ensured(standing, !offered.isEmpty());
  }

  private List<JsonNode> mine() {
    return company.environment().all(ODataQuery.of(SET)).stream()
        .filter(row -> door.isOwn(address(row)))
        .toList();
  }

  private JsonNode created(Watched watched) {
    ObjectNode body =
        Json.object()
            .put("notificationUrl", door.address(watched))
            .put("resource", "/api/v2.0/" + company.path() + watched.entitySet())
            .put("clientState", door.clientState(watched));
    return company.environment().create(SET, body);
  }

  /** Renewed, if it is time. */
  private JsonNode kept(JsonNode row) {
    Instant due = Json.instant(row, "expirationDateTime").minus(RENEWED_BEFORE);
    if (company.clock().instant().isBefore(due)) {
      return row;
    }
    ObjectNode same = Json.object();
    for (String field : List.of("notificationUrl", "resource", "clientState")) {
      same.set(field, row.path(field));
    }
    return company.environment().update(path(id(row)), etag(row), same);
  }

  @Override
  public List<Subscription> list() {
    return mine().stream().map(WebhookSubscriptions::told).toList();
  }

  @Override
  public void remove(String id) {
    mine().stream().filter(row -> id(row).equals(id)).forEach(this::remove);
  }

  private void remove(JsonNode row) {
    company.environment().delete(path(id(row)), etag(row));
  }

  private static Subscription told(JsonNode row) {
    String subject = Json.text(row, "resource", "").replaceFirst("^.*/", "");
    return new Subscription(id(row), subject, Json.instant(row, "expirationDateTime"), true);
  }

  private static String path(String id) {
    return SET + "('" + id + "')";
  }

  private static String id(JsonNode row) {
    return Json.text(row, "subscriptionId", "");
  }

  static String address(JsonNode row) {
    return Json.text(row, "notificationUrl", "");
  }

  private static String etag(JsonNode row) {
    return Json.text(row, "@odata.etag", "*");
  }
}
