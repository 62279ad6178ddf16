package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Subscriptions;
import dev.kontor.spi.Subscriptions.Subscription;
import dev.kontor.twin.shopware.Options;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Webhooks through the API, for a shop without the app. */
class SubscriptionsOnTwinTest {

  private static final URI DOOR = URI.create("http://127.0.0.1:1/door");

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
                .put("clientSecret", Options.SECRET));
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
    List<Subscription> once = subscriptions.ensure(DOOR);
    assertThat(once)
        .extracting(Subscription::subject)
        .contains("checkout.order.placed", "order.written")
        .doesNotHaveDuplicates();
    assertThat(subscriptions.ensure(DOOR)).isEqualTo(once);
  }

  @Test
  void aSwitchedOffWebhookIsReportedAndRevived() {
    Subscription first = subscriptions.ensure(DOOR).getFirst();
    bench
        .shop()
        .admin(
            "PATCH",
            "/api/webhook/" + first.id(),
            JsonNodeFactory.instance.objectNode().put("active", false));
    assertThat(subscriptions.list()).filteredOn(s -> !s.active()).hasSize(1);
    assertThat(connector.check())
        .anyMatch(f -> f.subject().equals("webhooks") && f.problem().contains(first.subject()));
    assertThat(subscriptions.ensure(DOOR)).allMatch(Subscription::active);
  }

  @Test
  void removedOnesAreGone() {
    for (Subscription subscription : subscriptions.ensure(DOOR)) {
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
