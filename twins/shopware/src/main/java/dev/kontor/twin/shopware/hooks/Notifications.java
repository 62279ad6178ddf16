package dev.kontor.twin.shopware.hooks;

import dev.kontor.twin.kit.Webhooks;
import dev.kontor.twin.shopware.api.SignIn;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Webhooks and apps of one shop, wired to its commits. */
public record Notifications(Hooks hooks, Apps apps) {

  /**
   * Listens to the tables from now on.
   *
   * @param pauses before each retry
   */
  public static Notifications of(
      Tables tables,
      Keys keys,
      InstantSource clock,
      SignIn signIn,
      Webhooks webhooks,
      String release,
      List<Duration> pauses,
      Supplier<String> shopUrl) {
    String shopId = keys.secret(16).replace('-', 'x').replace('_', 'y');
    Hooks hooks =
        new Hooks(tables, keys, new Sender(webhooks, clock, release, pauses), shopId, shopUrl);
    tables.listen(hooks::committed);
    return new Notifications(
        hooks, new Apps(tables, keys, clock, signIn, hooks, webhooks, shopId, shopUrl));
  }
}
