package dev.kontor.engine.config;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/**
 * Who is told.
 *
 * @param ownNetwork whether it may lie in the operator's own network
 * @param zone the receiver's clock
 * @param least severity that it is told of
 * @param quiet when it is told nothing but what is urgent
 * @param urgentInQuiet whether it is told what is urgent even then
 */
public record AlertReceiver(
    String name,
    Way way,
    boolean ownNetwork,
    ZoneId zone,
    Severity least,
    QuietHours quiet,
    boolean urgentInQuiet) {

  /** How it is told. */
  public sealed interface Way {

    /** As the configuration and the API write it. */
    String word();
  }

  /** How the connection to a mail server is secured. */
  public enum Security {
    /** Begun in clear and secured before anything is said; required. */
    STARTTLS(587),
    TLS(465),
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    /** The usual port. */
    int port() {
      return port;
    }
  }

  /**
   * By e-mail.
   *
   * @param user empty: nobody signs in
   */
  public record Email(
      String host,
      int port,
      Security security,
      String user,
      String password,
      String from,
      List<String> to)
      implements Way {

    public Email {
      to = List.copyOf(to);
    }

    @Override
    public String word() {
      return "email";
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Email[" + host + ":" + port + "]";
    }
  }

  /**
   * By an incoming webhook of Slack.
   *
   * @param url a secret: who has it may write
   */
  public record Slack(URI url) implements Way {

    @Override
    public String word() {
      return "slack";
    }

    /** Without the path, which is the secret. */
    @Override
    public String toString() {
      return "Slack[" + url.getHost() + "]";
    }
  }

  /**
   * By a workflow of Microsoft Teams.
   *
   * @param url a secret: who has it may write
   */
  public record Teams(URI url) implements Way {

    @Override
    public String word() {
      return "teams";
    }

    /** Without the path, which is the secret. */
    @Override
    public String toString() {
      return "Teams[" + url.getHost() + "]";
    }
  }

  /**
   * By a signed request to any program.
   *
   * @param secret key of the signature
   */
  public record Webhook(URI url, String secret) implements Way {

    @Override
    public String word() {
      return "webhook";
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Webhook[" + url.getHost() + "]";
    }
  }
}
