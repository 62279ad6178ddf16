package dev.kontor.engine.alert.way;

import dev.kontor.engine.alert.Letter;
import dev.kontor.engine.config.AlertReceiver;
import java.time.Duration;

/** One receiver's way. */
public interface Outlet extends AutoCloseable {

  /** Sends it once; whatever goes wrong is an outcome, no exception. */
  Sent send(Letter letter);

  @Override
  default void close() {}

  /** The way of a receiver; a call is given up after a while. */
  static Outlet of(AlertReceiver receiver) {
    return of(receiver, Duration.ofSeconds(10));
  }

  /**
   * @param patience with a connection, and with an answer
   */
  static Outlet of(AlertReceiver receiver, Duration patience) {
    return switch (receiver.way()) {
      case AlertReceiver.Email email -> new Mail(email, patience);
      case AlertReceiver.Slack slack ->
          new Hook(slack.url(), receiver.ownNetwork(), patience, SlackBlocks::of);
      case AlertReceiver.Teams teams ->
          new Hook(teams.url(), receiver.ownNetwork(), patience, TeamsCard::of);
      case AlertReceiver.Webhook webhook ->
          new Hook(webhook.url(), receiver.ownNetwork(), patience, new SignedEvent(webhook)::of);
    };
  }
}
