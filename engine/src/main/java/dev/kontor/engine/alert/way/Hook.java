package dev.kontor.engine.alert.way;

import dev.kontor.engine.alert.Letter;
import dev.kontor.engine.budget.RetryAfter;
import dev.kontor.engine.http.BlockingClient;
import dev.kontor.engine.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** An address that letters are posted to. Redirects are not followed. */
final class Hook implements Outlet {

  private static final int GOOD = 200;
  private static final int BEYOND_GOOD = 300;

  private final URI url;
  private final Duration patience;
  private final Function<Letter, Posted> form;
  private final Transport transport;

  Hook(URI url, boolean ownNetwork, Duration patience, Function<Letter, Posted> form) {
    this.url = url;
    this.patience = patience;
    this.form = form;
    this.transport = new BlockingClient(patience, new AllowedNames(ownNetwork));
  }

  @Override
  public Sent send(Letter letter) {
    Posted posted = form.apply(letter);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(posted.body()));
    posted.headers().forEach(request::header);
    try {
      return outcome(transport.send(request.build()));
    } catch (IOException e) {
      return Sent.Failed.of(words(e));
    }
  }

  private static Sent outcome(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    return status >= GOOD && status < BEYOND_GOOD
        ? new Sent.Arrived(null)
        : new Sent.Failed("it answered " + status, RetryAfter.of(answer.headers()));
  }

  /** In own words, as those of an exception may name the address, which may be secret. */
  private static String words(IOException failure) {
    return switch (failure) {
      case HttpTimeoutException _ -> "no answer in time";
      case NotAllowedException _ -> NotAllowedException.WORDS;
      case UnknownHostException _ -> "its name is unknown";
      case SSLException _ -> "no secure connection: its certificate or TLS version is refused";
      default -> "no connection: nobody listens there, or the network keeps the hub from it";
    };
  }

  @Override
  public void close() {
    transport.close();
  }
}
