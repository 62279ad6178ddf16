package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.spi.Connector;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a consultant is told whose own server does not answer as it should. */
class OnPremisesTest {

  private static Connector connected(TwinWorld world, ObjectNode settings) {
    return new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
  }

  private static List<Finding> checked(TwinWorld world, ObjectNode settings) {
    return connected(world, settings).check();
  }

  @Test
  void aWrongKeyIsToldByTheSettingsThatHoldIt() {
    try (TwinWorld world = TwinWorld.onPremises(/* apiServices= */ true)) {
      List<Finding> findings = checked(world, world.settingsJson().put("accessKey", "wrong"));
      assertThat(findings).hasSize(1);
      assertThat(findings.getFirst().subject()).isEqualTo("sign-in");
      assertThat(findings.getFirst().remedy()).contains("accessKey", "NavUserPassword");
    }
  }

  @Test
  void servicesThatAreSwitchedOffAreTold() {
    try (TwinWorld world = TwinWorld.onPremises(/* apiServices= */ false)) {
      List<Finding> findings = checked(world, world.settingsJson());
      assertThat(findings).hasSize(1);
      assertThat(findings.getFirst().remedy()).contains("ApiServicesEnabled");
    }
  }

  @Test
  void aKeyThatCannotBeSentIsRefusedBeforeAnyCallWithoutShowingIt() {
    try (TwinWorld world = TwinWorld.onPremises(/* apiServices= */ true)) {
      assertThatThrownBy(() -> connected(world, world.settingsJson().put("accessKey", "schlüssel")))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("erp.user")
          .hasMessageContaining("ASCII")
          .hasMessageNotContaining("schlüssel");
    }
  }

  @Test
  void aKeyInTheClearIsWarnedOfUnlessItStaysOnTheMachine() {
    assertThat(weakness("http://bc.firm.example:7048/BC")).isEqualTo(1);
    assertThat(weakness("https://bc.firm.example:7048/BC")).isZero();
    assertThat(weakness("http://localhost:7048/BC")).isZero();
  }

  private static long weakness(String server) {
    ObjectNode settings =
        Json.object().put("server", server).put("user", "u").put("accessKey", "k");
    return Service.of(new Settings("erp", settings)).weakness().stream().count();
  }
}
