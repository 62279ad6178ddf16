package dev.kontor.connector.shopware.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.connector.shopware.Recorded;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Refusals a real shop gave, and what the connector makes of them. */
class RecordedErrorsTest {

  private final DirectToolbox toolbox =
      new DirectToolbox(InstantSource.system(), Duration.ofMinutes(1));

  @AfterEach
  void close() {
    toolbox.close();
  }

  private Fault read(CannedShop shop) {
    try (shop) {
      ShopwareApi api = new ShopwareApi(shop.settings(), toolbox);
      FaultException thrown =
          catchThrowableOfType(FaultException.class, () -> api.search("order", new Criteria(1)));
      return Objects.requireNonNull(thrown).fault();
    }
  }

  private Fault write(int status, String recording) {
    try (CannedShop shop = CannedShop.answering(status, Recorded.bytes(recording))) {
      ShopwareApi api = new ShopwareApi(shop.settings(), toolbox);
      Reply reply = api.write("POST", "/api/_action/sync", JsonNodeFactory.instance.arrayNode());
      return api.fault(true, "/api/_action/sync", reply);
    }
  }

  private static String kind(Fault fault) {
    return fault.getClass().getSimpleName();
  }

  @ParameterizedTest
  @CsvSource({
    "403, auth/403-missing-privilege-read.json, Forbidden",
    "500, errors/unknown-association.json, Unsupported",
    "400, errors/unknown-filter-field.json, Invalid",
    "404, errors/404-route.json, Unsupported",
    "405, errors/405-method.json, Unsupported",
    "400, errors/broken-json.json, Invalid",
    "400, paging/limit-501-error.json, Invalid",
    "401, auth/garbage-token.json, SignInRefused"
  })
  void aRefusedReadIsDiagnosed(int status, String recording, String fault) {
    assertThat(kind(read(CannedShop.answering(status, Recorded.bytes(recording)))))
        .isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "400, sync/validation-error.json, Invalid",
    "500, sync/bad-foreign-key.json, Invalid",
    "400, sync/duplicate-product-number.json, Invalid",
    "500, sync/unknown-entity.json, Unsupported"
  })
  void aRefusedWriteIsDiagnosed(int status, String recording, String fault) {
    assertThat(kind(write(status, recording))).isEqualTo(fault);
  }

  @Test
  void anUnexplainedServerErrorMayHaveBeenApplied() {
    assertThat(write(500, "errors/broken-json.json")).isInstanceOf(Fault.OutcomeUnknown.class);
  }

  @Test
  void wordsComeFromTheTemplateNeverFromTheLocalisedDetail() {
    assertThat(write(400, "sync/validation-error.json").message())
        .contains("should not be blank")
        .doesNotContain("Dieser Wert");
  }

  @Test
  void aWrongSecretIsSignInRefused() {
    CannedShop shop = CannedShop.refusingSignIn(401, Recorded.bytes("auth/wrong-secret.json"));
    assertThat(read(shop))
        .isInstanceOfSatisfying(
            Fault.SignInRefused.class,
            refused -> assertThat(refused.message()).contains("clientSecret"));
  }

  @Test
  void theWaitAfterTooManySignInsStandsInTheBody() {
    CannedShop shop = CannedShop.refusingSignIn(429, Recorded.bytes("auth/429-throttled.json"));
    assertThat(read(shop)).isEqualTo(new Fault.Throttled(Duration.ofSeconds(10)));
  }

  @Test
  void anAddressWithoutShopIsMisconfigured() {
    CannedShop shop = CannedShop.refusingSignIn(404, Recorded.bytes("errors/404-route.json"));
    assertThat(read(shop)).isInstanceOf(Fault.Misconfigured.class);
  }

  @Test
  void aRefusedTokenIsRenewedOnceOnly() {
    CannedShop shop = CannedShop.answering(401, Recorded.bytes("auth/no-token.json"));
    assertThat(read(shop)).isInstanceOf(Fault.SignInRefused.class);
    assertThat(shop.signIns).hasValue(2);
  }
}
