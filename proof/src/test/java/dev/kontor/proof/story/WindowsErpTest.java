package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.businesscentral.access.DomainUser;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ntlm.NtlmDoor;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** An ERP on a server of one's own that knows Windows users. */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class WindowsErpTest extends ServedHub {

  private final NtlmDoor door =
      new NtlmDoor("FIRM", "kontor", "Gruen-und-Weiss-7", InstantSource.system());

  @Override
  TwinPair pair() throws IOException {
    return TwinPair.onPremises(new DomainUser(door));
  }

  private String configured(String yaml) {
    return yaml.replaceAll("(?m)^ +(tenant|environment|authority|apiRoot):.*\n", "")
        .replaceAll("clientId: kontor\n", "windowsUser: 'firm\\\\kontor'\n")
        .replace("clientSecret: {env: ERP_SECRET}", "password: {env: ERP_SECRET}")
        .replace(
            "company: Kontor Demo GmbH",
            "company: Kontor Demo GmbH\n      server: " + operator.pair().erp().uri() + "/BC");
  }

  private String paused() {
    return operator.ask("/api/status").at("/paused/connection:erp").asString("");
  }

  /** And no call is on its way any more. */
  private boolean isHeldBack() {
    List<ListedMessage> listed = operator.list();
    return !listed.isEmpty() && listed.stream().allMatch(m -> m.state().equals("waiting"));
  }

  @Test
  void aPasswordThatWasChangedPausesTheConnectionAndLocksNobodyOut() throws Exception {
    operator.secrets().put("ERP_SECRET", "Gruen-und-Weiss-7");
    operator.serve(this::configured);
    JsonNode before = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.settle();
    door.password("another");
    door.forget();
    JsonNode meanwhile = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.await("pause", () -> !paused().isEmpty());
    operator.await("the order held back", this::isHeldBack);
    assertThat(paused()).contains("refused the Windows user").doesNotContain("Gruen");
    int tries = door.refusals();
    assertThat(tries).isBetween(1, 4);
    JsonNode later = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.awaitListed(
        "taken though paused", m -> m.number().equals(later.path("orderNumber").asString()));
    assertThat(door.refusals()).isEqualTo(tries);
    operator.stop();
    operator.secrets().put("ERP_SECRET", "another");
    operator.serve(this::configured);
    operator.decide("/api/resume", Json.object().put("subject", "connection:erp"));
    operator.settle();
    for (JsonNode order : List.of(before, meanwhile, later)) {
      assertThat(operator.show(order)).extracting(ListedMessage::state).contains("done");
    }
    assertThat(door.refusals()).isZero();
  }
}
