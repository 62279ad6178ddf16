package dev.kontor.connector.amqp;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.qpid.protonj2.client.ErrorCondition;
import org.apache.qpid.protonj2.client.exceptions.ClientConnectionRemotelyClosedException;
import org.apache.qpid.protonj2.client.exceptions.ClientConnectionSecurityException;
import org.apache.qpid.protonj2.client.exceptions.ClientConnectionSecuritySaslException;
import org.apache.qpid.protonj2.client.exceptions.ClientResourceRemotelyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses of what a broker does. Of its own words only the condition's name is told, as the rest
 * may name anything.
 */
final class BrokerFaults {

  private static final String UNAUTHORIZED = "amqp:unauthorized-access";
  private static final String NOT_FOUND = "amqp:not-found";

  private final BrokerSettings settings;

  BrokerFaults(BrokerSettings settings) {
    this.settings = settings;
  }

  /** Of the connection as a whole. */
  FaultException of(Throwable failure) {
    return switch (failure) {
      case ClientConnectionSecuritySaslException refused when refused.isSysTempFailure() ->
          unavailable("cannot let anybody in just now");
      case ClientConnectionSecurityException _ ->
          new FaultException(
              new Fault.SignInRefused(
                  name()
                      + (settings.user() == null
                          ? " lets nobody in without user and password; set them"
                          : " does not take the user with this password; correct user and"
                              + " password")));
      case ClientConnectionRemotelyClosedException closed ->
          unavailable("is not reached, or broke off" + named(closed.getErrorCondition()));
      case Throwable other when isOfCertificate(other) ->
          unavailable(
              "shows a certificate that is not believed; the address must be the one in it, and its"
                  + " issuer known to this machine's Java");
      default -> unavailable("does not answer (" + failure.getClass().getSimpleName() + ")");
    };
  }

  /** Of one queue. */
  FaultException of(Throwable failure, BrokerQueue queue) {
    if (!(failure instanceof ClientResourceRemotelyClosedException closed)) {
      return of(failure);
    }
    ErrorCondition condition = closed.getErrorCondition();
    String said = condition == null ? "" : condition.condition();
    return switch (said) {
      case UNAUTHORIZED ->
          new FaultException(
              new Fault.Forbidden(
                  "queue " + queue.name(),
                  name()
                      + " does not let the user receive from the queue "
                      + queue.name()
                      + "; give the user the right to"));
      case NOT_FOUND ->
          unavailable(
              "has no queue " + queue.name() + "; make it there, or correct its name in queues");
      default -> unavailable("gives nothing of the queue " + queue.name() + named(condition));
    };
  }

  private static String named(@Nullable ErrorCondition condition) {
    return Optional.ofNullable(condition).map(c -> " (" + c.condition() + ")").orElse("");
  }

  private static boolean isOfCertificate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  private FaultException unavailable(String what) {
    return new FaultException(new Fault.Unavailable(name() + " " + what));
  }

  private String name() {
    return "the broker " + settings.url().getHost();
  }
}
