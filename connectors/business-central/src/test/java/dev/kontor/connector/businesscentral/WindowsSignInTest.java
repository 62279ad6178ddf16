package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.config.SchemaCheck;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Settings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a consultant is told whose server knows Windows users and does not let the hub in. */
class WindowsSignInTest {

  private final TwinWorld world = TwinWorld.windows();

  @AfterEach
  void close() {
    world.close();
  }

  private Finding first(ObjectNode settings) {
    return new BusinessCentralProvider()
        .connect(new Settings("erp", settings), world.toolbox)
        .check()
        .getFirst();
  }

  private static List<String> contradictions(ObjectNode settings) {
    return SchemaCheck.of(new BusinessCentralProvider().descriptor().settingsSchema())
        .check(settings)
        .stream()
        .map(violation -> violation.pointer() + " " + violation.problem())
        .toList();
  }

  @Test
  void aWrongPasswordIsToldByTheSettingsThatHoldItAndTriedOnce() {
    Finding finding = first(world.settingsJson().put("password", "wrong"));
    assertThat(finding.subject()).isEqualTo("sign-in");
    assertThat(finding.problem()).isEqualTo("erp: the server refused the Windows user");
    assertThat(finding.remedy()).contains("windowsUser", "password", "locked");
    assertThat(world.windowsDoor().refusals()).isEqualTo(1);
  }

  @Test
  void anInstanceWithoutNtlmIsTold() {
    world.windowsDoor().offer("Negotiate");
    Finding finding = first(world.settingsJson());
    assertThat(finding.problem()).contains("offers no NTLM, only Negotiate");
    assertThat(finding.remedy()).contains("ServicesUseNTLMAuthentication");
  }

  @Test
  void aUserWithoutDomainIsRefusedBeforeAnyCall() {
    assertThatThrownBy(() -> first(world.settingsJson().put("windowsUser", "kontor")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("erp.windowsUser")
        .hasMessageContaining("FIRM\\kontor");
  }

  @Test
  void settingsOfTwoKindsOfUserContradict() {
    assertThat(contradictions(world.settingsJson())).isEmpty();
    assertThat(contradictions(world.settingsJson().put("accessKey", "k")))
        .containsExactly("/accessKey contradicts another setting");
    assertThat(contradictions(world.settingsJson().put("clientId", "c")))
        .containsExactly("/clientId contradicts another setting");
    ObjectNode half = world.settingsJson();
    half.remove("windowsUser");
    assertThat(contradictions(half)).containsExactly("/windowsUser is missing");
  }
}
