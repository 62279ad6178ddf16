package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Toolbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands many products to the shop's message queue in one call and reads back what became of each
 * (magento/contract.md §5). Accepted is not done: an operation that is still open after the last
 * look is remembered and looked up before the same article is sent again.
 */
final class Bulk implements Sending {

  static final int COMPLETE = 1;

  /** Their rows fit into one page, their numbers into one address. */
  private static final int MOST = 250;

  /** Three quarters of a minute in all: with the calls between them within one call's time. */
  private static final List<Duration> PAUSES =
      Stream.of(1, 2, 4, 8, 15, 15).map(Duration::ofSeconds).toList();

  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final MagentoApi api;
  private final Toolbox toolbox;
  private final Memory memory = new Memory();

  Bulk(MagentoApi api, Toolbox toolbox) {
    this.api = api;
    this.toolbox = toolbox;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Map<String, Outcome> earlier(List<String> skus) {
    Set<String> uuids = new LinkedHashSet<>();
    skus.stream().map(memory::of).forEach(open -> add(uuids, open));
    uuids.forEach(this::lookAgain);
    Map<String, Outcome> outcomes = new HashMap<>();
    for (String sku : skus) {
      Open open = memory.of(sku);
      if (open != null) {
        outcomes.put(OpenPieces.key(sku), accepted(open));
      }
    }
    return outcomes;
  }

  private static void add(Set<String> uuids, @Nullable Open open) {
    if (open != null) {
      uuids.add(open.uuid());
    }
  }

  private static Outcome accepted(Open open) {
    return new Outcome.Accepted("operation " + open.id() + " of bulk " + open.uuid());
  }

  /**
   * @throws FaultException if nobody works the queue off
   */
  private void lookAgain(String uuid) {
    Map<Integer, JsonNode> ended = look(uuid);
    if (ended == null) {
      memory.forget(uuid);
      return;
    }
    Instant now = toolbox.clock().instant();
    Watch watch = memory.seen(uuid, ended, now);
    if (watch != null && watch.isStuck(now)) {
      memory.forget(uuid);
      if (watch.isUntouched()) {
        throw new FaultException(nobodyWorks(watch));
      }
    }
  }

  /** Orders of the same shop go on. */
  private static Fault nobodyWorks(Watch watch) {
    return new Fault.Forbidden(
        "async/bulk",
        "the shop took a bulk of "
            + watch.operations()
            + " operations ("
            + watch.uuid()
            + ") and carried out none of it in "
            + Watch.STUCK.toMinutes()
            + " minutes: nobody works off its message queue. Start the consumer"
            + " async.operations.all (cron and RabbitMQ), or set products.bulk to false; then"
            + " resume the flow");
  }

  /** What has ended, by id; null if the shop knows nothing of it (any more). */
  private @Nullable Map<Integer, JsonNode> look(String uuid) {
    try {
      return Watch.ended(api.get("bulk/" + uuid + "/status"));
    } catch (FaultException e) {
      return switch (e.fault()) {
        case Fault.Invalid _ -> null;
        case Fault.Throttled _, Fault.Unavailable _, Fault.OutcomeUnknown _, Fault.Conflict _ ->
            Map.of();
        case Fault.Misconfigured _,
            Fault.SignInRefused _,
            Fault.Forbidden _,
            Fault.Unsupported _,
            Fault.Ambiguous _,
            Fault.Missing _ ->
            throw e;
      };
    }
  }

  @Override
  public List<@Nullable Outcome> send(String view, List<ObjectNode> products) {
    @Nullable Outcome[] outcomes = new @Nullable Outcome[products.size()];
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      outcomes[i] = memory.refused(products.get(i));
      if (outcomes[i] == null) {
        places.add(i);
      }
    }
    if (!places.isEmpty()) {
      holdBack();
      hand(api.in(view), products, places, outcomes);
    }
    return Arrays.asList(outcomes);
  }

  /** What is queued behind something that does not get on only makes the queue longer. */
  private void holdBack() {
    Instant now = toolbox.clock().instant();
    for (Watch watch : memory.watches()) {
      if (watch.isSlow(now) && watch.looked().plus(AGAIN).isBefore(now)) {
        lookAgain(watch.uuid());
      }
    }
    if (Watch.isAnySlow(memory.watches(), now)) {
      throw new FaultException(new Fault.Throttled(AGAIN));
    }
  }

  /** What is refused as a whole is halved: one badly typed item refuses all. */
  private void hand(
      MagentoApi view,
      List<ObjectNode> products,
      List<Integer> places,
      @Nullable Outcome[] outcomes) {
    ArrayNode bodies = ModelJson.mapper().createArrayNode();
    places.forEach(place -> bodies.addObject().set("product", products.get(place)));
    Reply reply = view.queue("products", bodies);
    if (reply.ok()) {
      await(reply.body(), products, places, outcomes);
      return;
    }
    Fault fault = refusal(view, reply);
    if (!(fault instanceof Fault.Invalid invalid)) {
      throw new FaultException(fault);
    }
    if (places.size() == 1) {
      outcomes[places.getFirst()] = Refusal.ofText(invalid.problem());
    } else {
      hand(view, products, places.subList(0, places.size() / 2), outcomes);
      hand(view, products, places.subList(places.size() / 2, places.size()), outcomes);
    }
  }

  private static Fault refusal(MagentoApi view, Reply reply) {
    Fault fault = view.fault(true, "async/bulk products", reply);
    return fault instanceof Fault.Unsupported
        ? new Fault.Forbidden(
            "async/bulk", "the shop offers no bulk calls; set products.bulk to false")
        : fault;
  }

  private void await(
      JsonNode accepted,
      List<ObjectNode> products,
      List<Integer> places,
      @Nullable Outcome[] outcomes) {
    String uuid = accepted.path("bulk_uuid").asString("");
    List<Open> handed =
        IntStream.range(0, places.size())
            .mapToObj(
                i ->
                    new Open(
                        uuid,
                        accepted.path("request_items").path(i).path("id").asInt(i),
                        products.get(places.get(i))))
            .toList();
    Watch watch = Watch.begun(uuid, handed.size(), toolbox.clock().instant());
    Map<Integer, JsonNode> ended = ended(uuid, handed.size());
    List<Open> left = new ArrayList<>();
    for (int i = 0; i < handed.size(); i++) {
      JsonNode end = ended.get(handed.get(i).id());
      outcomes[places.get(i)] = end == null ? accepted(handed.get(i)) : failure(end);
      if (end == null) {
        left.add(handed.get(i));
      }
    }
    if (!left.isEmpty()) {
      memory.remember(watch.seen(ended.size(), toolbox.clock().instant()), left);
    }
  }

  private static @Nullable Fault failure(JsonNode end) {
    return end.path("status").asInt(0) == COMPLETE ? null : Refusal.of(end);
  }

  /** Looks less and less often, until all have ended or it takes too long. */
  private Map<Integer, JsonNode> ended(String uuid, int operations) {
    Map<Integer, JsonNode> ended = Map.of();
    for (Duration pause : PAUSES) {
      toolbox.pause(pause);
      Map<Integer, JsonNode> seen = look(uuid);
      ended = seen == null ? ended : seen;
      if (ended.size() >= operations) {
        break;
      }
    }
    return ended;
  }
}
