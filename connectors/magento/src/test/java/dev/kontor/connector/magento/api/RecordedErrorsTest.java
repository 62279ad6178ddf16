package dev.kontor.connector.magento.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.connector.magento.Recorded;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
      MagentoApi api = new MagentoApi(shop.settings(), toolbox);
      FaultException thrown =
          catchThrowableOfType(
              FaultException.class, () -> api.search("orders", new SearchCriteria(1)));
      return Objects.requireNonNull(thrown).fault();
    }
  }

  private Fault read(int status, String recording) {
    return read(CannedShop.answering(status, Recorded.bytes("errors/" + recording)));
  }

  private Fault write(int status, byte[] body) {
    try (CannedShop shop = CannedShop.answering(status, body)) {
      MagentoApi api = new MagentoApi(shop.settings(), toolbox);
      return api.fault(true, "orders", api.write("POST", "orders", ModelJson.parse("{}")));
    }
  }

  private Fault write(int status, String body) {
    return write(status, body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400-unknown-product-attribute.json, Invalid",
    "400, 400-store-code.json, Misconfigured",
    "401, 401-bad-token.json, SignInRefused",
    "401, 401-no-token.json, SignInRefused",
    "404, 404-no-route.json, Unsupported",
    "500, 500-unknown-field.json, Unavailable",
    "503, 503-maintenance.html, Unavailable"
  })
  void aRefusedReadIsDiagnosed(int status, String recording, String fault) {
    assertThat(read(status, recording).getClass().getSimpleName()).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400-broken-json.json, Invalid",
    "400, 400-missing-argument.json, Invalid",
    "500, 500-unknown-field.json, OutcomeUnknown",
    "503, 503-maintenance-post.html, Unavailable"
  })
  void aRefusedWriteIsDiagnosed(int status, String recording, String fault) {
    assertThat(write(status, Recorded.bytes("errors/" + recording)).getClass().getSimpleName())
        .isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "Database deadlock found when trying to get lock, Conflict",
    "Database lock wait timeout exceeded, Conflict",
    "Database connection error, Unavailable"
  })
  void troubleOfTheDatabaseIsNoFaultOfTheDocument(String message, String fault) {
    assertThat(write(400, "{\"message\":\"" + message + "\"}").getClass().getSimpleName())
        .isEqualTo(fault);
  }

  @Test
  void placeholdersAreFilledInAndTheFieldIsNamed() {
    assertThat(write(400, Recorded.bytes("errors/400-unknown-property.json")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("Farbe"));
    assertThat(write(400, Recorded.bytes("errors/400-missing-attributes.json")).message())
        .contains("Invalid product data: Invalid attribute set entity type");
    assertThat(write(400, "{\"message\":\"%10 %1\",\"parameters\":[\"a\"]}").message())
        .endsWith("%10 a");
  }

  @Test
  void whatWasRefusedIsNotRepeated() {
    assertThat(
            write(
                    400,
                    "{\"message\":\"No %fieldName = %fieldValue, %1\",\"parameters\":"
                        + "{\"fieldName\":\"email\",\"fieldValue\":\"Anna\"}}")
                .message())
        .contains("email = (value)")
        .doesNotContain("Anna");
    assertThat(
            write(400, "{\"message\":\"%1 is taken\",\"parameters\":[\"a@b.example\"]}").message())
        .doesNotContain("a@b.example");
    assertThat(write(400, Recorded.bytes("errors/400-wrong-type.json")).message())
        .doesNotContain("abc");
  }

  @Test
  void aMissingRightIsToldFromARefusedTokenByWhatElseIsOpen() {
    byte[] refusal = Recorded.bytes("errors/401-insufficient-scope.json");
    assertThat(read(new CannedShop(401, refusal, "GET /products")))
        .isInstanceOfSatisfying(
            Fault.Forbidden.class,
            forbidden -> assertThat(forbidden.resource()).isEqualTo("Magento_Sales::actions_view"));
    CannedShop closed = CannedShop.answering(401, refusal);
    assertThat(read(closed)).isInstanceOf(Fault.SignInRefused.class);
    assertThat(closed.asked).hasSize(7);
  }
}
