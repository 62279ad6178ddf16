package dev.kontor.connector.businesscentral;

import dev.kontor.contract.PushDoor;
import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The Business Central twin as the contract's chapters see it. */
final class BusinessCentralBench implements TwinBench {

  private final TwinWorld world;
  private final CountedToolbox hooked;
  private final boolean companion;
  private final PushDoor door;
  private final BenchClerk clerk;
  private final BenchPlaces places;
  private final BenchChanges changes;
  private final BenchWrites writes;

  BusinessCentralBench(TwinWorld world) {
    this.world = world;
    this.companion = world.hasCompanion();
    this.hooked = new CountedToolbox(world.toolbox);
    this.door = new PushDoor(() -> connected().inbox().orElseThrow());
    this.clerk = new BenchClerk(world);
    this.places = new BenchPlaces(world, clerk);
    this.changes = new BenchChanges(world, clerk);
    this.writes = new BenchWrites(world, clerk, places);
  }

  private Connector connected() {
    return new BusinessCentralProvider().connect(settings(), world.toolbox);
  }

  @Override
  public Settings settings() {
    return new Settings("erp", world.settingsJson().put("doorUrl", door.uri().toString()));
  }

  @Override
  public Settings wrongSecret() {
    return new Settings("erp", world.settingsJson().put(world.secret(), "wrong-secret"));
  }

  @Override
  public Settings wrongAddress() {
    return new Settings("erp", world.elsewhere("http://127.0.0.1:1"));
  }

  @Override
  public List<String> secrets() {
    return List.of("kontor-secret", TwinWorld.ACCESS_KEY, TwinWorld.PASSWORD, "wrong-secret");
  }

  @Override
  public Toolbox toolbox() {
    return hooked;
  }

  @Override
  public String unknown(EntityType type, Placed placed) {
    return type == EntityType.ORDER_PROGRESS
        ? placed.id() + " is longer than any order number"
        : TwinBench.super.unknown(type, placed);
  }

  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    Map<EntityType, String> path =
        Map.of(
            EntityType.PRODUCT, "items(%s) displayName",
            EntityType.CUSTOMER, "customers(%s) displayName",
            EntityType.ORDER, "salesOrders(%s) shipToName");
    if (!path.containsKey(type)) {
      return Optional.empty();
    }
    Placed placed = place(type);
    String[] field = Objects.requireNonNull(path.get(type)).formatted(placed.id()).split(" ", 2);
    clerk.patch(field[0], field[1], text);
    BigDecimal amount = new BigDecimal(type == EntityType.PRODUCT ? "9.99" : "59.50");
    return Optional.of(
        new Awkward(placed, type == EntityType.CUSTOMER ? List.of() : List.of(amount)));
  }

  @Override
  public void delete(EntityType type, Placed placed) {
    throw new UnsupportedOperationException("deletions leave no trace in API v2.0");
  }

  @Override
  public JsonNode model(EntityType type, Sample sample) {
    return BenchModels.of(type, sample);
  }

  /** Somebody in Business Central changes the order between its reading and its writing. */
  @Override
  public boolean interfere(EntityType type, Sample sample) {
    boolean byAction = companion && sample.write().action() == Write.Action.DELETE;
    if (type == EntityType.PRODUCT && sample.write().targetId() != null) {
      hooked.beforeWrite =
          () -> clerk.patch("items(" + sample.write().targetId() + ")", "displayName2", "Beige");
      return true;
    }
    String order =
        BenchWrites.isPosting(type)
            ? BenchClerk.text(sample.write().content(), "orderId")
            : sample.write().targetId();
    boolean ofOrder = type == EntityType.ORDER || BenchWrites.isPosting(type);
    if (!ofOrder || order == null || byAction) {
      return false;
    }
    hooked.beforeWrite = () -> clerk.patch("salesOrders(" + order + ")", "shipToCity", "Kiel");
    return true;
  }

  @Override
  public void trouble(Trouble trouble, EntityType type) {
    world.twin.dials().reset();
    switch (trouble) {
      case NONE -> {}
      case RESET -> world.twin.dials().set("resetProbability", BigDecimal.ONE);
      case LOST_ANSWER ->
          world
              .twin
              .dials()
              .only(written(type).getPath(), "POST", "PATCH", "DELETE")
              .set("dropAnswerProbability", BigDecimal.ONE);
      case THROTTLED -> world.twin.dials().set("throttleProbability", BigDecimal.ONE);
      case SERVER_ERROR ->
          world
              .twin
              .dials()
              .only(world.twin.apiUri().getPath())
              .set("serverErrorProbability", BigDecimal.ONE);
      case DOWN -> world.twin.dials().set("down", true);
    }
  }

  /** Shipments alone are posted through the app. */
  private URI written(EntityType type) {
    return companion && type == EntityType.SHIPMENT
        ? world.twin.companionUri()
        : world.twin.apiUri();
  }

  @Override
  public void expireTokens() {
    world.twinTime = world.twinTime.plus(Duration.ofHours(2));
    world.signIn();
  }

  /** What Business Central sends when a document of that type changes. */
  @Override
  public RawRequest notice(EntityType type, Placed placed) {
    connected().subscriptions().orElseThrow().ensure(Set.of(type));
    changes.touch(type, placed);
    world.twin.notifyNow();
    return door.next("clientState", about(type));
  }

  private static String about(EntityType type) {
    return Watched.of(Set.of(type)).getFirst().entitySet() + "(";
  }

  /** By somebody who knows the address only. */
  @Override
  public RawRequest forged(RawRequest genuine) {
    String body = new String(genuine.body(), StandardCharsets.UTF_8);
    String forged = body.replaceAll("(\"clientState\":\")[0-9a-f]{4}", "$1beef");
    return new RawRequest(
        genuine.method(),
        genuine.path(),
        genuine.query(),
        genuine.headers(),
        forged.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    door.close();
    world.close();
  }

  @Override
  public Placed place(EntityType type) {
    return places.place(type);
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int many) {
    return places.placeTogether(type, many);
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    return changes.changes(type, placed);
  }

  @Override
  public Optional<Sample> awkwardWrite(EntityType type, Write.Action action, String text) {
    return writes.awkwardWrite(type, action, text);
  }

  @Override
  public List<Sample> right(EntityType type, Write.Action action, int many) {
    return writes.right(type, action, many);
  }

  @Override
  public Sample wrong(EntityType type, Write.Action action) {
    return writes.wrong(type, action);
  }

  @Override
  public int effects(EntityType type, Sample sample) {
    return writes.effects(type, sample);
  }
}
