package dev.kontor.engine.alert.way;

import dev.kontor.engine.config.ReceiverAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks names up and leads only where alerts may go; the connection is made to the address that was
 * looked at, so a name server cannot change its mind in between.
 */
final class AllowedNames implements DnsResolver {

  private final boolean ownNetwork;

  AllowedNames(boolean ownNetwork) {
    this.ownNetwork = ownNetwork;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    InetAddress[] allowed =
        Arrays.stream(found)
            .filter(address -> ReceiverAddress.isAllowed(host, address, ownNetwork))
            .toArray(InetAddress[]::new);
    if (allowed.length == 0 && found.length > 0) {
      throw new NotAllowedException();
    }
    return allowed;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }
}
