package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Subscriptions;
import dev.kontor.spi.Subscriptions.Subscription;
import dev.kontor.twin.shopware.Options;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Webhooks through the API, for a shop without the app. */
class SubscriptionsOnTwinTest {

  private final ShopwareBench bench = new ShopwareBench();
  private Connector connector;
  private Subscriptions subscriptions;

  @BeforeEach
  void connect() {
    Settings withoutApp =
        new Settings(
            "shop",
            JsonNodeFactory.instance
                .objectNode()
                .put("url", bench.shop().uri().toString())
                .put("clientId", Options.ACCESS_KEY)
                .put("clientSecret", Options.SECRET)
                .put("doorUrl", "http://127.0.0.1:1/door"));
    connector = new ShopwareProvider().connect(withoutApp, bench.toolbox());
    subscriptions = connector.subscriptions().orElseThrow();
  }

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  @Test
  void ensuringTwiceChangesNothing() {
    Subscriptions.Ensured once = subscriptions.ensure(Set.of());
    assertThat(once.fresh()).isTrue();
    assertThat(once.subscriptions())
        .extracting(Subscription::subject)
        .contains("checkout.order.placed", "order.written")
        .doesNotHaveDuplicates();
    Subscriptions.Ensured twice = subscriptions.ensure(Set.of());
    assertThat(twice.fresh()).isFalse();
    assertThat(twice.subscriptions()).isEqualTo(once.subscriptions());
  }

  @Test
  void aSwitchedOffWebhookIsReportedAndRevived() {
    Subscription first = subscriptions.ensure(Set.of()).subscriptions().getFirst();
    var off = JsonNodeFactory.instance.objectNode().put("active", false);
    bench.shop().admin("PATCH", "/api/webhook/" + first.id(), off);
    assertThat(subscriptions.list()).filteredOn(s -> !s.active()).hasSize(1);
    assertThat(connector.check())
        .anyMatch(f -> f.subject().equals("webhooks") && f.problem().contains(first.subject()));
    Subscriptions.Ensured revived = subscriptions.ensure(Set.of());
    assertThat(revived.subscriptions()).allMatch(Subscription::active);
    assertThat(revived.fresh()).isTrue();
  }

  @Test
  void removedOnesAreGone() {
    for (Subscription subscription : subscriptions.ensure(Set.of()).subscriptions()) {
      subscriptions.remove(subscription.id());
      subscriptions.remove(subscription.id());
    }
    assertThat(subscriptions.list()).isEmpty();
  }

  @Test
  void unsignedWebhooksAreAWarning() {
    assertThat(connector.check())
        .anyMatch(
            f ->
                f.severity() == Finding.Severity.WARNING
                    && f.subject().equals("webhooks")
                    && f.problem().contains("unsigned"));
  }
}
