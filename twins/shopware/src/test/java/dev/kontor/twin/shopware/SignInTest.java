package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.shopware.api.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final String READER = "SWIAREADER0000000000000000";
  private final ManualClock clock = new ManualClock("2026-11-21T09:45:54.528Z");
  private ShopwareTwin twin;
  private ShopClient anyone;

  @BeforeEach
  void start() throws IOException {
    twin =
        ShopwareTwin.start(
            Options.demo()
                .clock(clock)
                .clients(
                    Client.admin(Options.ACCESS_KEY, Options.SECRET),
                    new Client(READER, "geheim", Set.of("product:read", "product:update"))));
    anyone = new ShopClient(twin.uri());
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  @Test
  void aTokenLivesTenMinutes() {
    var reply = anyone.token(Options.ACCESS_KEY, Options.SECRET);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("expires_in").asInt()).isEqualTo(600);
    ShopClient shop = ShopClient.admin(twin);
    assertThat(shop.get("/api/_info/version").json().path("version").asString())
        .isEqualTo("6.6.7.0");
    clock.advance(Duration.ofSeconds(601));
    assertThat(shop.get("/api/_info/version").status()).isEqualTo(401);
  }

  @Test
  void refusalsLookAsRecorded() {
    assertThat(anyone.token(Options.ACCESS_KEY, "falsch").json())
        .isEqualTo(Fixtures.json("auth/wrong-secret.json"));
    assertThat(anyone.post("/api/oauth/token", "{\"grant_type\":\"abc\"}").json())
        .isEqualTo(Fixtures.json("auth/bad-grant.json"));
    assertThat(anyone.post("/api/search/order", "{}").json())
        .isEqualTo(Fixtures.json("auth/no-token.json"));
    anyone.with("Authorization", "Bearer garbage");
    assertThat(anyone.post("/api/search/order", "{}").json())
        .isEqualTo(Fixtures.json("auth/garbage-token.json"));
    var malformed = anyone.token("SWIAFALSCH", "x");
    assertThat(malformed.status()).isEqualTo(500);
    assertThat(malformed.error().path("code").asString())
        .isEqualTo("FRAMEWORK__API_INVALID_ACCESS_KEY");
  }

  @Test
  void tenBadSignInsBlockEverybodyForTenSeconds() {
    for (int i = 0; i < 10; i++) {
      assertThat(anyone.token(Options.ACCESS_KEY, "falsch").status()).isEqualTo(401);
    }
    var blocked = anyone.token(Options.ACCESS_KEY, Options.SECRET);
    assertThat(blocked.status()).isEqualTo(429);
    assertThat(blocked.json()).isEqualTo(Fixtures.json("auth/429-throttled.json"));
    assertThat(blocked.raw().headers().firstValue("Retry-After")).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    assertThat(anyone.token(Options.ACCESS_KEY, Options.SECRET).status()).isEqualTo(200);
  }

  @Test
  void missingPrivilegesAreNamed() {
    ShopClient reader = ShopClient.signedIn(twin.uri(), READER, "geheim");
    var refused = reader.post("/api/search/order", "{\"limit\":1}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json()).isEqualTo(Fixtures.json("auth/403-missing-privilege-read.json"));
    assertThat(reader.post("/api/search/product", "{\"limit\":1}").status()).isEqualTo(200);
    var association = reader.post("/api/search/product", "{\"associations\":{\"tax\":{}}}");
    assertThat(association.error().path("detail").asString()).contains("tax:read");
    assertThat(reader.post("/api/tax", "{\"taxRate\":5,\"name\":\"x\",\"position\":1}").status())
        .isEqualTo(403);
  }
}
