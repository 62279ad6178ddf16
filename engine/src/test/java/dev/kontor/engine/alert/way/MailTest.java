package dev.kontor.engine.alert.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kontor.engine.alert.Samples;
import dev.kontor.engine.config.AlertReceiver.Email;
import dev.kontor.engine.config.AlertReceiver.Security;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a mail server gets, and what is made of its refusals. */
final class MailTest {

  private static final String LOCAL = "127.0.0.1";
  private static final GreenMail SERVER =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeAll
  static void start() {
    SERVER.start();
    SERVER.setUser("kontor", "planted-mail-secret");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  private static Sent send(Security security, int port, String user, String password) {
    Email email =
        new Email(
            LOCAL, port, security, user, password, "hub@shop.example", List.of("erp@shop.example"));
    try (Outlet outlet = Outlet.of(Samples.receiver("office", email), Duration.ofSeconds(5))) {
      return outlet.send(Samples.letter("Nicht übertragen: 12 Aufträge"));
    }
  }

  private static int smtp() {
    return SERVER.getSmtp().getPort();
  }

  @Test
  void aLetterIsAnEmailUnderItsId() throws Exception {
    assertThat(send(Security.NONE, smtp(), "kontor", "planted-mail-secret"))
        .isEqualTo(new Sent.Arrived(null));
    MimeMessage message = SERVER.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("[Kontor] ! Nicht übertragen: 12 Aufträge");
    assertThat(message.getMessageID())
        .isEqualTo("<00000000-0000-4000-8000-000000000017@shop.example>");
    assertThat(message.getSentDate()).isEqualTo(java.util.Date.from(Samples.NOON));
    assertThat(message.getContent().toString())
        .contains("12 Aufträge warten", "https://kontor.example/#/problems/ab12");
    assertThat(GreenMailUtil.getHeaders(message)).contains("Auto-Submitted: auto-generated");
  }

  @Test
  void whatIsRefusedSaysWhyWithoutASecret() {
    assertThat(send(Security.NONE, smtp(), "kontor", "planted-wrong"))
        .isEqualTo(Sent.Failed.of("the mail server does not accept user and password"));
    assertThat(send(Security.STARTTLS, smtp(), "", ""))
        .isEqualTo(Sent.Failed.of("the mail server offers no STARTTLS, which is required"));
    assertThat(send(Security.TLS, SERVER.getSmtps().getPort(), "", ""))
        .as("its certificate is nobody's")
        .isEqualTo(
            Sent.Failed.of("no secure connection: its certificate or TLS version is refused"));
    assertThat(send(Security.NONE, 1, "", "").toString()).contains("no connection");
  }
}
