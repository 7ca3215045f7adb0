// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import static dev.birdsong.consolesimulator.population.EventFields.digits;
import static dev.birdsong.consolesimulator.population.EventFields.fixed;
import static dev.birdsong.consolesimulator.population.EventFields.hex;
import static dev.birdsong.consolesimulator.population.EventFields.number;
import static dev.birdsong.consolesimulator.population.EventFields.object;
import static dev.birdsong.consolesimulator.population.EventFields.own;
import static dev.birdsong.consolesimulator.population.EventFields.pick;
import static dev.birdsong.consolesimulator.population.EventFields.steady;
import static dev.birdsong.consolesimulator.population.EventFields.timed;
import static dev.birdsong.consolesimulator.population.Kind.bird;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Pool;
import java.util.List;

/// Somebody talks to a service that a bird pretends to be.
final class ServiceKinds {

    private static final Field<Event> USERNAME = pick("USERNAME", Words.USERNAMES);
    private static final Field<Event> PASSWORD = pick("PASSWORD", Words.PASSWORDS);
    private static final Field<Event> AGENT = steady("USERAGENT", Words.AGENTS);
    private static final Field<Event> PATH = pick("PATH", Words.PATHS);
    private static final Field<Event> SKIN = own("SKIN", Words.SKINS);
    private static final Field<Event> DOMAIN = pick("DOMAINNAME", Words.DOMAINS);
    private static final Field<Event> USER = pick("USER", Words.USERNAMES);
    private static final Field<Event> GET = fixed("METHOD", "GET");

    private ServiceKinds() {}

    static List<Kind> logins() {
        return List.of(
                bird(4002, 160, 22, "sshlogin", "SSH Login Attempt", ssh()),
                bird(2000, 60, 21, "ftplogin", "FTP Login Attempt", timed(USERNAME, PASSWORD)),
                bird(
                        6001,
                        40,
                        23,
                        "telnetlogin",
                        "Telnet Login Attempt",
                        timed(
                                USERNAME,
                                PASSWORD,
                                steady("TERMSIZE", Words.SIZES),
                                steady("TERMTYPE", Words.TERMINALS))),
                bird(14004, 70, 3389, "rdplogin", "RDP Login Attempt", rdp()),
                bird(14001, 15, 3389, "rdplogin", "RDP Login Attempt", rdp()),
                bird(12001, 25, 5900, "vnclogin", "VNC Login Attempt", vnc()),
                bird(29001, 6, 5985, "winrmlogin", "WinRM Login Attempt", winrm()),
                bird(31001, 8, 389, "ldapbind", "LDAP Bind Attempt Detected", ldap()));
    }

    private static List<Field<Event>> ssh() {
        return timed(
                USERNAME,
                PASSWORD,
                own("LOCALVERSION", Words.SSH_SERVERS),
                steady("REMOTEVERSION", Words.SSH_CLIENTS),
                fixed("INSTANCE_NAME", "SSH"),
                number("PORT", 22));
    }

    private static List<Field<Event>> rdp() {
        return timed(
                USERNAME, DOMAIN, digits("BUILD", 26_100), fixed("MAJORVERSION", "10"), fixed("MINORVERSION", "0"));
    }

    private static List<Field<Event>> vnc() {
        return timed(PASSWORD, hex("SERVER_CHALLENGE", 32), hex("CLIENT_RESPONSE", 32));
    }

    private static List<Field<Event>> winrm() {
        return timed(
                USERNAME,
                DOMAIN,
                AGENT,
                fixed("AUTHTYPE", "NTLM"),
                pick("WORKSTATION", Words.WORKSTATIONS),
                fixed("WINRMPAYLOAD", ""));
    }

    private static List<Field<Event>> ldap() {
        return timed(
                PASSWORD,
                fixed("DN", "cn=admin,dc=corp,dc=example"),
                fixed("MECH", "simple"),
                fixed("REQ", "bind"),
                fixed("TYPE", "simple"),
                fixed("VER", "3"));
    }

    static List<Kind> files() {
        return List.of(
                bird(5000, 70, 445, "smbfileopen", "Shared File Opened", smb()).from(Kind.Source.PORTLESS),
                bird(5010, 30, 445, "smblogin", "File Share Login", smbLogin()),
                bird(5014, 15, 445, "smbconnect", "File Share Connection", smbConnection()),
                bird(10001, 4, 69, "tftp", "TFTP Request", tftp()),
                bird(19001, 10, 9418, "gitclone", "Git Repository Clone Attempt", git()));
    }

    private static List<Field<Event>> smbLogin() {
        return timed(USER, REMOTE, pick("DOMAIN", Words.DOMAINS), fixed("LOGINTYPE", "NTLMv2"));
    }

    private static List<Field<Event>> smbConnection() {
        return timed(USER, SHARE, REMOTE, pick("DOMAIN", Words.DOMAINS), fixed("SMBVER", "SMB3_11"));
    }

    private static List<Field<Event>> tftp() {
        return timed(pick("FILENAME", Words.FILES), fixed("MODE", "octet"), fixed("OPCODE", "READ"));
    }

    private static List<Field<Event>> git() {
        return timed(pick("HOST", Words.HOSTNAMES), pick("REPO", Words.REPOSITORIES));
    }

    private static final Field<Event> REMOTE = steady("REMOTENAME", Words.WORKSTATIONS);
    private static final Field<Event> SHARE = pick("SHARENAME", Words.SHARES);

    private static List<Field<Event>> smb() {
        return timed(
                USER,
                SHARE,
                REMOTE,
                pick("FILENAME", Words.FILES),
                fixed("AUDITACTION", "pread"),
                pick("DOMAIN", Words.DOMAINS),
                fixed("LOCALNAME", "FILESRV"),
                fixed("MODE", "r"),
                fixed("SMBARCH", "Win2K"),
                fixed("SMBVER", "SMB3_11"),
                fixed("STATUS", "ok"));
    }

    static List<Kind> web() {
        return List.of(
                bird(3001, 90, 443, "httplogin", "HTTP Login Attempt", httpLogin()),
                bird(
                        3000,
                        10,
                        80,
                        "httppageload",
                        "HTTP Page Load",
                        timed(GET, PATH, AGENT, SKIN, number("RESPONSE", 200, 404))),
                bird(
                        3004,
                        40,
                        80,
                        "httpscan",
                        "HTTP Service Scan",
                        List.of(GET, PATH, number("RESPONSE", 200, 403, 404))),
                bird(3005, 8, 443, "httpapi", "HTTP API Request", httpApi()),
                bird(
                        7001,
                        10,
                        8080,
                        "httpproxylogin",
                        "HTTP Proxy Request",
                        timed(USERNAME, PASSWORD, AGENT, fixed("URL", "http://203.0.113.80/proxy-check"))),
                bird(15001, 3, 5060, "siplogin", "SIP Request", List.of(sipHeaders())));
    }

    private static List<Field<Event>> httpLogin() {
        return timed(
                USERNAME,
                PASSWORD,
                PATH,
                AGENT,
                SKIN,
                fixed("METHOD", "POST"),
                number("RESPONSE", 200, 401),
                own("HOSTNAME", Words.HOSTNAMES));
    }

    private static List<Field<Event>> httpApi() {
        return timed(
                PATH,
                AGENT,
                SKIN,
                fixed("METHOD", "POST"),
                number("RESPONSE", 200, 500),
                object("POSTDATA", List.of(pick("query", Words.COMMANDS))),
                object("HEADERS", List.of(pick("user-agent", Words.AGENTS), pick("x-forwarded-for", Words.HOSTNAMES))));
    }

    private static Field<Event> sipHeaders() {
        return object("HEADERS", List.of(fixed("from", "sip:100@203.0.113.4"), fixed("cseq", "1 OPTIONS")));
    }

    static List<Kind> stores() {
        return List.of(
                bird(8001, 40, 3306, "mysqllogin", "MySQL Login Attempt", mysql()),
                bird(9001, 35, 1433, "mssqllogin", "MSSQL Login Attempt", mssql()),
                bird(9002, 10, 1433, "mssqllogin", "MSSQL Login Attempt", mssql()),
                bird(
                        21001,
                        25,
                        6379,
                        "redis",
                        "Redis Command",
                        timed(pick("CMD", Words.REDIS), pick("ARGS", Words.REDIS_ARGUMENTS))),
                bird(
                        28001,
                        8,
                        27017,
                        "mongo",
                        "Mongo Authentication Attempt",
                        timed(
                                fixed("cmd", "saslStart"),
                                fixed("db", "admin"),
                                pick("user", Words.USERNAMES),
                                pick("password", Words.PASSWORDS))));
    }

    private static List<Field<Event>> mysql() {
        Pool known =
                Pool.of("<Password not in common list>", "root", "mysql", "123456", "<Password not in common list>");
        return timed(USERNAME, pick("PASSWORD", known), hex("CLIENT_HASH", 40), hex("SALT", 40));
    }

    private static List<Field<Event>> mssql() {
        return timed(
                USERNAME,
                PASSWORD,
                steady("HOSTNAME", Words.WORKSTATIONS),
                DOMAIN,
                steady("APPNAME", Words.SQL_APPS),
                fixed("SERVERNAME", "SQLPROD01"));
    }
}
