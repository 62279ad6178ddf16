package dev.kontor.proof.simulation;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Hub;
import dev.kontor.engine.problem.Approval;
import dev.kontor.model.OrderState;
import dev.kontor.spi.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buyers, warehouse and the shop's webhooks, which come late, twice, in any order or never. */
final class Street implements People {

  private static final List<String> EMAILS =
      List.of("ada@example.com", "Ada@example.com ", "bob@example.com", "eve@example.com");
  private static final List<String> SKUS = List.of("A", "B", "LATER");

  private static final Duration LATE = Duration.ofSeconds(5);

  /**
   * @param version of the order as it was then, if it is sent whole
   */
  private record Webhook(String order, int number, @Nullable String version, Instant sent) {
    String body() {
      return order + " d" + number + (version == null ? "" : " " + version);
    }
  }

  private final World world;
  private final Dice dice;
  private final Systems systems;
  private final List<Runnable> plans = new ArrayList<>();
  private final List<Webhook> onTheWay = new ArrayList<>();
  private final int lost;
  private final int whole;
  private int numbers;

  /**
   * @param lost how many of 1000 webhooks get lost
   * @param whole how many of 1000 carry the order as it is then
   */
  private Street(World world, Systems systems, int lost, int whole) {
    this.world = world;
    this.dice = world.dice();
    this.systems = systems;
    this.lost = lost;
    this.whole = whole;
  }

  /** Nobody has plans, and no webhook is lost; each only says which order to read. */
  static Street empty(World world, Systems systems) {
    return new Street(world, systems, 0, 0);
  }

  /** Nobody has plans, and no webhook is lost; each carries the whole order. */
  static Street whole(World world, Systems systems) {
    return new Street(world, systems, 0, 1000);
  }

  static Street random(World world, Systems systems) {
    Street street = new Street(world, systems, world.dice().below(600), world.dice().below(1001));
    street.plan();
    return street;
  }

  private void plan() {
    systems.erp().onHand("A", 20 + dice.below(20));
    systems.erp().onHand("B", 20 + dice.below(20));
    if (dice.chance(500)) {
      systems.erp().letChange();
    }
    int orders = 2 + dice.below(7);
    for (int i = 0; i < orders; i++) {
      int number = 10_000 + i;
      plans.add(() -> place(number));
    }
    int others = dice.below(12);
    for (int i = 0; i < others; i++) {
      int at = dice.below(plans.size() + 1);
      switch (dice.below(5)) {
        case 0 -> plans.add(at, this::cancel);
        case 1 -> plans.add(at, this::edit);
        case 2 -> plans.add(at, this::nameArticle);
        case 3 -> plans.add(at, this::ship);
        default -> plans.add(at, this::moveStock);
      }
    }
    plans.add(dice.below(plans.size() + 1), () -> systems.erp().onHand("LATER", 30));
  }

  @Override
  public boolean hasPlans() {
    return !plans.isEmpty();
  }

  @Override
  public void next() {
    plans.removeFirst().run();
  }

  private void place(int number) {
    put(
        new Shop.Placed(
            number,
            dice.oneOf(EMAILS),
            dice.oneOf(SKUS),
            1 + dice.below(3),
            OrderState.OPEN,
            world.now()));
  }

  private void cancel() {
    change(OrderState.CANCELLED);
  }

  private void edit() {
    change(OrderState.OPEN);
  }

  private void change(OrderState state) {
    List<Shop.Placed> open =
        systems.shop().orders().stream().filter(o -> !o.isCancelled()).toList();
    if (!open.isEmpty()) {
      Shop.Placed old = dice.oneOf(open);
      int pieces = state == OrderState.OPEN ? old.pieces() + 1 : old.pieces();
      put(new Shop.Placed(old.number(), old.email(), old.sku(), pieces, state, old.placedAt()));
    }
  }

  private void nameArticle() {
    String sku = dice.oneOf(List.of("A", "B"));
    if (dice.chance(250)) {
      systems.erp().catalogue().remove(sku);
    } else {
      systems.erp().catalogue().name(sku, dice.oneOf(List.of("chair", "stool", "bench")));
    }
  }

  private void ship() {
    List<Erp.Row> orders = systems.erp().orders();
    if (!orders.isEmpty()) {
      systems.erp().warehouse().ship(dice.oneOf(orders).id());
    }
  }

  private void moveStock() {
    systems.erp().onHand(dice.oneOf(List.of("A", "B")), 20 + dice.below(20));
  }

  /** An order is placed or changed; the shop says so by webhook, if nothing comes between. */
  void put(Shop.Placed order) {
    systems.shop().put(order);
    if (dice.chance(lost)) {
      world.tally().count(Happening.PUSH_LOST);
    } else {
      send(order);
    }
  }

  private void send(Shop.Placed order) {
    String version = dice.chance(whole) ? systems.shop().version(order.id()) : null;
    world.tally().count(version == null ? Happening.PUSH : Happening.WHOLE_PUSH);
    Webhook delivery = new Webhook(order.id(), numbers++, version, world.now());
    onTheWay.add(delivery);
    if (dice.chance(200)) {
      onTheWay.add(delivery);
      world.tally().count(Happening.PUSHED_TWICE);
    }
  }

  @Override
  public boolean hasDeliveries() {
    return !onTheWay.isEmpty();
  }

  @Override
  public void deliver(Hub hub) {
    Webhook delivery = onTheWay.remove(dice.below(onTheWay.size()));
    count(delivery);
    world.trace().add(delivery.toString());
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    // Whether the answer comes or not, the shop does not ask again: the poll finds what is lost.
    var _ = hub.door().submit("shop", new RawRequest("POST", "/", "", Map.of(), body));
  }

  private void count(Webhook delivery) {
    if (onTheWay.stream().anyMatch(w -> w.number() < delivery.number())) {
      world.tally().count(Happening.PUSH_OVERTAKEN);
    }
    if (Duration.between(delivery.sent(), world.now()).compareTo(LATE) > 0) {
      world.tally().count(Happening.PUSH_DELAYED);
    }
  }

  @Override
  public Map<String, String> ends() {
    return Map.of(
        "orders", SimulatedConnector.end(systems.shop().changes()),
        "stock", SimulatedConnector.end(systems.erp().stockChanges()),
        "articles", SimulatedConnector.end(systems.erp().catalogue().changes()),
        "progress", SimulatedConnector.end(systems.erp().warehouse().changes()));
  }

  @Override
  public void settle(Deciding deciding, List<Long> dead) {
    systems.shop().orders().forEach(o -> systems.erp().byHand(o.reference(), o.wanted()));
    var _ = deciding.decide(Approval.Action.DISCARD, dead, "a person", "done by hand");
  }
}
