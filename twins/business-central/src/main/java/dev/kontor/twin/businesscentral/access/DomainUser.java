package dev.kontor.twin.businesscentral.access;

import dev.kontor.twin.kit.ntlm.NtlmDoor;

/**
 * The one user of an instance of credential type Windows, whose web services take NTLM
 * (ServicesUseNTLMAuthentication, administration/server-instance-settings).
 */
public record DomainUser(NtlmDoor door) implements ServerUser {

  @Override
  public boolean apiServices() {
    return true;
  }
}
