package dev.kontor.proof.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kontor.contract.Await;
import dev.kontor.engine.problem.Problem;
import dev.kontor.proof.merchant.Listener;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.story.OneCause;
import dev.kontor.twin.kit.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole story: an item loses its posting group, 214 orders fail, people are told by e-mail and
 * webhook, and somebody who only has a browser and the ERP finds, mends and foresees it, and tries
 * all again together.
 */
class ToldAndMendedTest {

  private static final String ITEM = "AH-1005";

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private String alerts(Listener listener) {
    return """
        alerts:
          url: https://kontor.example
          calm: PT1S
          receivers:
            office:
              email: {host: 127.0.0.1, port: %d, security: none, from: hub@shop.example, to: [erp@shop.example]}
            hook: {webhook: {url: "%s", secret: {env: APP_SECRET}}}
        """
        .formatted(mail.getSmtp().getPort(), listener.url());
  }

  private List<String> mails() {
    return Stream.of(mail.getReceivedMessages()).map(GreenMailUtil::getWholeMessage).toList();
  }

  @Test
  void ordersOfAnItemWithoutPostingGroupArriveOnce(@TempDir Path home) throws Exception {
    mail.start();
    try (Listener listener = new Listener();
        Merchant merchant = Merchant.configured(home, yaml -> yaml + alerts(listener))) {
      merchant.openDoor();
      ObjectNode item = Json.object().put("number", ITEM).put("generalProductPostingGroupCode", "");
      merchant.erp().setup(Json.object().set("items", Json.array().add(item)));
      OneCause cause = new OneCause(merchant);
      Problem problem = cause.failed(ITEM);
      assertThat(problem.key()).isEqualTo(ITEM);
      assertThat(problem.text()).contains("Posting Group must have a value").doesNotContain("AH");
      assertThat(problem.todo().de()).contains("Artikel");
      merchant.await(
          Await.PATIENCE, "told by webhook", () -> listener.types().contains("alert.opened"));
      merchant.await(Await.PATIENCE, "told by e-mail", () -> mail.getReceivedMessages().length > 0);
      assertThat(mails().getFirst())
          .contains("Posting Group", "https://kontor.example/#/problems/" + problem.id())
          .doesNotContain("kunde.example");

      try (Reception reception = new Reception(merchant)) {
        assertThat(new Browsing(home).run("story", reception.environment()))
            .isNotEmpty()
            .allSatisfy(result -> assertThat(result.failures()).isEmpty());
      }
      cause.arrived();
      assertThat(cause.audited("desk.resubmit % (m.brandt)")).isEqualTo(214);
      merchant.await(
          Await.PATIENCE, "told of the end", () -> listener.types().getLast().equals("alert.over"));
      assertThat(listener.types()).startsWith("alert.opened").endsWith("alert.over");
    } finally {
      mail.stop();
    }
  }
}
