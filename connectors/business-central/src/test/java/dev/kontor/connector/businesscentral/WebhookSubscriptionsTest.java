package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.contract.PushDoor;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Finding.Severity;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Subscriptions;
import dev.kontor.spi.Subscriptions.Subscription;
import dev.kontor.twin.businesscentral.Options;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions are made, renewed, mended and given up, and those of others left alone. */
class WebhookSubscriptionsTest {

  private static final Set<EntityType> STOCK = Set.of(EntityType.STOCK);

  private TwinWorld world = new TwinWorld();
  private String secret = "kontor-secret";
  private final PushDoor door = new PushDoor(() -> at(door()).inbox().orElseThrow());

  @AfterEach
  void close() {
    door.close();
    world.close();
  }

  private String door() {
    return door.uri().toString();
  }

  private Connector at(String url) {
    ObjectNode settings = world.settingsJson().put("clientSecret", secret).put("doorUrl", url);
    return new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
  }

  private Subscriptions subscriptions() {
    return at(door()).subscriptions().orElseThrow();
  }

  private static List<String> subjects(List<Subscription> told) {
    return told.stream().map(Subscription::subject).sorted().toList();
  }

  private List<String> atTheErp() {
    return world.twin.subscriptions().stream()
        .map(row -> row.path("resource").asString("").replaceFirst("^.*/", ""))
        .sorted()
        .toList();
  }

  private void elapse(Duration time) {
    world.twinTime = world.twinTime.plus(time);
    world.connectorTime = world.connectorTime.plus(time);
  }

  @Test
  void eachSetThatIsWatchedHasOneAtAnAddressOfItsOwn() {
    Subscriptions.Ensured made = subscriptions().ensure(STOCK);
    assertThat(made.fresh()).isTrue();
    assertThat(subjects(made.subscriptions())).containsExactly("itemLedgerEntries", "salesOrders");
    assertThat(world.twin.subscriptions())
        .extracting(row -> row.path("notificationUrl").asString(""))
        .doesNotHaveDuplicates()
        .allMatch(url -> url.startsWith(door.uri() + "/changes/"));
    assertThat(world.twin.subscriptions())
        .extracting(row -> row.path("clientState").asString(""))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatStandsCostsOneCall() {
    Subscriptions role = subscriptions();
    role.ensure(STOCK);
    world.twin.server().calls().reset();
    Subscriptions.Ensured again = role.ensure(STOCK);
    assertThat(again.fresh()).isFalse();
    assertThat(again.subscriptions()).hasSize(2);
    assertThat(world.twin.server().calls().total()).isOne();
  }

  @Test
  void itIsRenewedWhenHalfOfItsLifeIsOverAndLivesOn() {
    Subscriptions role = subscriptions();
    List<Subscription> first = role.ensure(STOCK).subscriptions();
    elapse(Duration.ofHours(35));
    assertThat(role.ensure(STOCK).subscriptions()).isEqualTo(first);
    elapse(Duration.ofHours(2));
    Subscriptions.Ensured renewed = role.ensure(STOCK);
    assertThat(renewed.fresh()).isFalse();
    assertThat(renewed.subscriptions())
        .extracting(Subscription::id)
        .isEqualTo(first.stream().map(Subscription::id).toList());
    elapse(Duration.ofHours(40));
    assertThat(role.ensure(STOCK).fresh()).as("three days after it was made").isFalse();
  }

  @Test
  void whatTheErpDroppedIsMadeAnew() {
    Subscriptions role = subscriptions();
    role.ensure(STOCK);
    world.twin.clean();
    Subscriptions.Ensured mended = role.ensure(STOCK);
    assertThat(mended.fresh()).isTrue();
    assertThat(atTheErp()).containsExactly("itemLedgerEntries", "salesOrders");
    elapse(Duration.ofDays(4));
    assertThat(role.ensure(STOCK).fresh()).as("expired while no hub ran").isTrue();
  }

  @Test
  void whatIsWantedNoLongerIsGivenUp() {
    subscriptions().ensure(Set.of(EntityType.STOCK, EntityType.PRODUCT));
    assertThat(atTheErp()).contains("items", "itemVariants", "itemCategories");
    subscriptions().ensure(STOCK);
    assertThat(atTheErp()).containsExactly("itemLedgerEntries", "salesOrders");
    subscriptions().list().forEach(one -> subscriptions().remove(one.id()));
    assertThat(atTheErp()).isEmpty();
  }

  @Test
  void addressesOfAnOldSecretAreReplaced() {
    subscriptions().ensure(STOCK);
    List<String> before = addresses();
    secret = "successor";
    world.twin.replaceSecret(secret);
    assertThat(subscriptions().ensure(STOCK).fresh()).isTrue();
    assertThat(addresses()).hasSize(2).doesNotContainAnyElementsOf(before);
  }

  private List<String> addresses() {
    return world.twin.subscriptions().stream()
        .map(row -> row.path("notificationUrl").asString(""))
        .toList();
  }

  @Test
  void thoseOfAnotherDoorAreToldAndNeverTouched() {
    AtomicReference<String> url = new AtomicReference<>("");
    try (PushDoor other = new PushDoor(() -> at(url.get()).inbox().orElseThrow())) {
      url.set(other.uri().toString());
      at(url.get()).subscriptions().orElseThrow().ensure(STOCK);
      List<String> theirs = addresses();
      subscriptions().ensure(STOCK);
      assertThat(webhooks())
          .anyMatch(f -> f.severity() == Severity.WARNING && f.problem().contains("another hub"));
      subscriptions().ensure(Set.of());
      subscriptions().remove(world.twin.subscriptions().getFirst().path("id").asString(""));
      assertThat(addresses()).isEqualTo(theirs);
    }
  }

  @Test
  void whereTheLedgerIsNotAnnouncedTheRestIs() {
    world.close();
    world = new TwinWorld(Options.quick().withDocumentedWebhooksOnly());
    assertThat(subjects(subscriptions().ensure(STOCK).subscriptions()))
        .containsExactly("salesOrders");
  }

  @Test
  void aDoorThatDoesNotAnswerIsAFaultThatSaysSo() {
    door.close();
    assertThatThrownBy(() -> subscriptions().ensure(STOCK))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("validation token");
  }

  @Test
  void whatIsForbiddenIsNamedByItsPage() {
    world.twin.deny(ModelJson.parse("{\"unwritable\":[\"subscriptions\"]}"));
    assertThatThrownBy(() -> subscriptions().ensure(STOCK))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Forbidden.class))
        .hasMessageContaining("subscriptions");
    world.twin.deny(ModelJson.parse("{\"unreadable\":[\"subscriptions\"]}"));
    assertThat(webhooks())
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(f -> assertThat(f.remedy()).contains("polling goes on"));
  }

  @Test
  void theCheckCountsWhatLeadsToThisDoor() {
    subscriptions().ensure(STOCK);
    assertThat(webhooks()).extracting(Finding::severity).containsExactly(Severity.OK);
    assertThat(webhooks().getFirst().problem()).startsWith("2 subscriptions");
  }

  @Test
  void withoutADoorThereIsNothingToSubscribe() {
    Connector polls = new BusinessCentralProvider().connect(world.settings(), world.toolbox);
    assertThat(polls.subscriptions()).isEmpty();
    assertThat(polls.inbox()).isEmpty();
    assertThat(polls.check())
        .filteredOn(f -> f.subject().equals("webhooks"))
        .extracting(Finding::severity)
        .containsExactly(Severity.OK);
  }

  private List<Finding> webhooks() {
    return at(door()).check().stream().filter(f -> f.subject().equals("webhooks")).toList();
  }
}
