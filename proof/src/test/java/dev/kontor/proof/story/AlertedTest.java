package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kontor.contract.Await;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.observe.SightingStore;
import dev.kontor.engine.problem.Approval;
import dev.kontor.proof.merchant.Listener;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order fails for a missing posting group: people are told, mend it, and are told it is over.
 */
class AlertedTest {

  private static final ServerSetup SMTP =
      new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

  private final GreenMail mail = new GreenMail(SMTP);

  private String alerts(Listener listener) {
    return """
        alerts:
          language: de
          url: https://kontor.example
          calm: PT1S
          receivers:
            office:
              email: {host: 127.0.0.1, port: %d, security: none, from: hub@shop.example, to: [erp@shop.example]}
            hook: {webhook: {url: "%s", secret: {env: APP_SECRET}}}
        """
        .formatted(mail.getSmtp().getPort(), listener.url());
  }

  private static ObjectNode grouped(ObjectNode row, String group) {
    return row.put("generalBusinessGroup", group).put("customerPostingGroup", group);
  }

  /** Of the template by which the ERP makes debtors, and of those it made. */
  private static void setPostingGroup(Merchant merchant, String group) {
    ObjectNode template = Json.object().put("code", "DOMESTIC").put("vatBusinessGroup", "DOMESTIC");
    template.putObject("criteria").put("country", "DE");
    ObjectNode setup = Json.object();
    setup.putArray("templates").add(grouped(template, group));
    for (JsonNode debtor : merchant.truth().debtors()) {
      ObjectNode row = Json.object().put("number", debtor.path("number").asString());
      setup.withArray("customers").add(grouped(row, group));
    }
    merchant.erp().setup(setup);
  }

  private List<String> subjects() {
    return Stream.of(mail.getReceivedMessages()).map(AlertedTest::subject).toList();
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Which systems announced something that was also found by asking. */
  private static Set<String> seen(Merchant merchant) {
    SightingStore.Seen seen = Transactions.run(merchant.database().general(), SightingStore::seen);
    return seen.found().containsKey("orders") ? seen.heard().keySet() : Set.of();
  }

  @Test
  void peopleAreToldOfAnOrderThatFailsAndOfItsEnd(@TempDir Path home) throws Exception {
    mail.start();
    try (Listener listener = new Listener();
        Merchant merchant = Merchant.configured(home, yaml -> yaml + alerts(listener))) {
      // Told by its shop, too, the order would be tried twice, and be no failure meanwhile.
      merchant.startHub();
      setPostingGroup(merchant, "");
      JsonNode order = merchant.place(Order.of("new@kunde.example", "AH-1005", 1));
      merchant.await(Await.PATIENCE, "told by e-mail", () -> subjects().size() == 1);
      merchant.await(Await.PATIENCE, "told by webhook", () -> listener.types().size() == 1);
      String worth = order.path("gross").asString().replace('.', ',');
      assertThat(subjects())
          .containsExactly(
              "[Kontor] ! Nicht übertragen: 1 Auftrag im Wert von " + worth + " EUR (orders)");
      assertThat(mail.getReceivedMessages()[0].getContent().toString())
          .contains("Posting Group", order.path("orderNumber").asString())
          .contains("https://kontor.example/#/problems")
          .doesNotContain("kunde.example");

      setPostingGroup(merchant, "DOMESTIC");
      DeskStore.Entry dead =
          merchant.desk().open(10).stream()
              .filter(m -> m.state().equals("dead"))
              .findFirst()
              .orElseThrow();
      assertThat(merchant.decide(Approval.Action.RESUBMIT, dead.id(), "mended")).isTrue();
      merchant.settle(Await.PATIENCE);
      merchant.await(Await.PATIENCE, "told of the end", () -> subjects().size() == 2);
      merchant.await(Await.PATIENCE, "so by webhook", () -> listener.types().size() == 2);
      assertThat(subjects().getLast()).startsWith("[Kontor] ! Vorbei: Nicht übertragen: 1 Auftrag");
      assertThat(listener.types()).containsExactly("alert.opened", "alert.over");
      merchant.pair().installApp(merchant.door().uri("shop"));
      merchant.place(Order.of("new@kunde.example", "AH-1005", 1));
      merchant.settle(Await.PATIENCE);
      assertThat(merchant.truth().differences()).isEmpty();
      merchant.await(
          Await.PATIENCE, "heard of and found", () -> seen(merchant).equals(Set.of("shop")));
    } finally {
      mail.stop();
    }
  }
}
