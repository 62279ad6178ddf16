package dev.kontor.contract;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WindowsUser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** A toolbox whose way to the network is another one, whoever signs in. */
public final class ChangedToolbox implements Toolbox {

  private final Toolbox inner;
  private final UnaryOperator<Http> change;

  public ChangedToolbox(Toolbox inner, UnaryOperator<Http> change) {
    this.inner = inner;
    this.change = change;
  }

  @Override
  public Http http() {
    return change.apply(inner.http());
  }

  @Override
  public Http http(WindowsUser user) {
    return change.apply(inner.http(user));
  }

  @Override
  public InstantSource clock() {
    return inner.clock();
  }

  @Override
  public void pause(Duration time) {
    inner.pause(time);
  }
}
