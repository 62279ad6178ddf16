package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.twin.businesscentral.access.DomainUser;
import dev.kontor.twin.businesscentral.access.KeyUser;
import dev.kontor.twin.kit.ntlm.NtlmDoor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A SOAP service is called by whoever the connection signs in, and a missing one is named. */
class SoapSignInTest {

  private static List<Finding> findings(SoapWorld soap) {
    return soap.connector.check().stream()
        .filter(finding -> finding.subject().equals("setting joined.web"))
        .toList();
  }

  @Test
  void aWindowsUserReadsAndWrites() {
    NtlmDoor door = new NtlmDoor("FIRM", "Kontor", TwinWorld.PASSWORD, () -> TwinWorld.START);
    try (SoapWorld soap = new SoapWorld(new DomainUser(door), SoapWorld.SERVICE)) {
      assertThat(soap.complete("10000", "{\"Title\":\"Neu\"}")).isInstanceOf(Outcome.Written.class);
      assertThat(soap.shown("10000").path("Title").asString()).isEqualTo("Neu");
    }
  }

  @Test
  void theCheckReadsThePageAndSaysThatItIsNotFollowed() {
    try (SoapWorld soap = new SoapWorld()) {
      assertThat(findings(soap))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                assertThat(finding.problem()).contains("is not followed");
              });
      soap.world.twin.deny(
          Json.object().set("unreadable", Json.object().arrayNode().add("customerWebData")));
      assertThat(findings(soap))
          .singleElement()
          .satisfies(finding -> assertThat(finding.problem()).contains("permission"));
    }
  }

  @Test
  void aServiceThatIsNotPublishedIsNamed() {
    KeyUser user = new KeyUser("KONTOR", TwinWorld.ACCESS_KEY, true);
    try (SoapWorld soap = new SoapWorld(user, "Nobodys")) {
      assertThat(findings(soap))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.problem()).contains("Nobodys", "joined.web");
                assertThat(finding.remedy()).startsWith("Publish");
              });
    }
  }
}
