/** Sign-in of Windows users by NTLM version 2, as a server sees it ([MS-NLMP]). */
package dev.kontor.twin.kit.ntlm;
