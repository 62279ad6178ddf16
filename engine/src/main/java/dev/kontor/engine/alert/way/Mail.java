package dev.kontor.engine.alert.way;

import dev.kontor.engine.alert.Letter;
import dev.kontor.engine.config.AlertReceiver.Email;
import dev.kontor.engine.config.AlertReceiver.Security;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A mail server. Each letter has a connection of its own. */
final class Mail implements Outlet {

  private final Email email;
  private final Session session;

  Mail(Email email, Duration patience) {
    this.email = email;
    this.session = Session.getInstance(properties(email, String.valueOf(patience.toMillis())));
  }

  private static Properties properties(Email email, String patience) {
    Properties set = new Properties();
    set.setProperty("mail.smtp.host", email.host());
    set.setProperty("mail.smtp.port", String.valueOf(email.port()));
    set.setProperty("mail.smtp.auth", String.valueOf(!email.user().isEmpty()));
    set.setProperty("mail.smtp.connectiontimeout", patience);
    set.setProperty("mail.smtp.timeout", patience);
    set.setProperty("mail.smtp.writetimeout", patience);
    set.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    set.setProperty("mail.smtp.ssl.enable", String.valueOf(email.security() == Security.TLS));
    String starttls = String.valueOf(email.security() == Security.STARTTLS);
    set.setProperty("mail.smtp.starttls.enable", starttls);
    set.setProperty("mail.smtp.starttls.required", starttls);
    // One wrong address must not keep the others from being told.
    set.setProperty("mail.smtp.sendpartial", "true");
    return set;
  }

  @Override
  public Sent send(Letter letter) {
    try (Transport transport = session.getTransport("smtp")) {
      Message message = LetterMessage.of(session, email, letter);
      if (email.user().isEmpty()) {
        transport.connect();
      } else {
        transport.connect(email.user(), email.password());
      }
      transport.sendMessage(message, message.getAllRecipients());
      return new Sent.Arrived(null);
    } catch (SendFailedException e) {
      return partly(e);
    } catch (MessagingException e) {
      return Sent.Failed.of(words(e));
    }
  }

  private static Sent partly(SendFailedException failure) {
    int taken = count(failure.getValidSentAddresses());
    int refused = count(failure.getInvalidAddresses()) + count(failure.getValidUnsentAddresses());
    return taken > 0
        ? new Sent.Arrived("the mail server refused " + refused + " of its addresses")
        : Sent.Failed.of("the mail server refused sender or addresses");
  }

  private static int count(Address[] addresses) {
    return addresses == null ? 0 : addresses.length;
  }

  /** In own words: what a server says may repeat what it was told. */
  private static String words(MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return "the mail server does not accept user and password";
    }
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      switch (cause) {
        case SocketTimeoutException _ -> {
          return "no answer in time";
        }
        case UnknownHostException _ -> {
          return "its name is unknown";
        }
        case SSLException _ -> {
          return "no secure connection: its certificate or TLS version is refused";
        }
        default -> {}
      }
    }
    String text = String.valueOf(failure.getMessage());
    return text.contains("STARTTLS")
        ? "the mail server offers no STARTTLS, which is required"
        : "no connection, or the mail server did not take it";
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : cause.getCause();
  }

  /** A letter as an e-mail whose id is the letter's. */
  private static final class LetterMessage extends MimeMessage {

    private final String id;

    private LetterMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    static Message of(Session session, Email email, Letter letter) throws MessagingException {
      String domain = email.from().substring(email.from().indexOf('@') + 1);
      MimeMessage message = new LetterMessage(session, "<" + letter.id() + "@" + domain + ">");
      message.setFrom(new InternetAddress(email.from(), true));
      for (String to : email.to()) {
        message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      }
      message.setSubject(MailText.subject(letter), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(letter.at()));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("X-Kontor-Alert", String.valueOf(letter.alert()));
      // What is said of one alert stands together.
      message.setHeader("References", "<alert-" + letter.alert() + "@" + domain + ">");
      message.setText(MailText.body(letter), StandardCharsets.UTF_8.name());
      message.saveChanges();
      return message;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
