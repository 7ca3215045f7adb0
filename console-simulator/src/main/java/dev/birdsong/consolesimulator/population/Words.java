// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.json.Pool;

/// What people call things, and what attackers type.
final class Words {

    static final Pool PASSWORDS = Pool.of(
            "123456",
            "password",
            "admin",
            "root",
            "toor",
            "P@ssw0rd",
            "Summer2026!",
            "Winter2025!",
            "letmein",
            "qwerty123",
            "changeme",
            "raspberry",
            "ubnt",
            "default",
            "cisco",
            "oracle",
            "postgres",
            "sa",
            "Passw0rd1",
            "1qaz2wsx",
            "dragon",
            "iloveyou",
            "service",
            "backup",
            "test123",
            "welcome1",
            "hunter2",
            "Company2026",
            "correct horse battery staple",
            "nagios",
            "jenkins",
            "vagrant",
            "support",
            "654321",
            "zaq12wsx",
            "Sommer2026",
            "contraseña",
            "пароль",
            "密码123",
            "tr0ub4dor&3");
    static final Pool USERNAMES = Pool.of(
            "root",
            "admin",
            "administrator",
            "ubuntu",
            "oracle",
            "postgres",
            "backup",
            "svc_backup",
            "svc_sql",
            "test",
            "guest",
            "pi",
            "jenkins",
            "git",
            "deploy",
            "nagios",
            "ftpuser",
            "www-data",
            "support",
            "m.keller",
            "a.okafor",
            "s.lindqvist",
            "j.moreau",
            "t.nakamura",
            "r.haddad",
            "l.santos",
            "helpdesk",
            "sa",
            "operator",
            "scanner");
    static final Pool AGENTS = Pool.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "curl/8.14.1",
            "python-requests/2.32.4",
            "Go-http-client/1.1",
            "Nikto/2.5.0",
            "sqlmap/1.9.6#stable",
            "masscan/1.3",
            "zgrab/0.x",
            "Wget/1.25.0",
            "Hydra/9.6",
            "gobuster/3.7");
    static final Pool OFFICE_AGENTS = Pool.of(
            "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
            "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Word 16.0.18925; Pro)",
            "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Excel 16.0.18925; Pro)");
    static final Pool AWS_AGENTS = Pool.of(
            "aws-cli/2.31.3 md/awscrt#0.28.1 ua/2.1 os/linux#6.8 lang/python#3.13",
            "Boto3/1.40.41 md/Botocore#1.40.41",
            "TruffleHog",
            "aws-sdk-go-v2/1.39.2 os/linux lang/go#1.25",
            "S3 Browser/12.5.7");
    static final Pool AWS_CALLS = Pool.of(
            "GetCallerIdentity", "ListBuckets", "DescribeInstances", "ListUsers", "GetSendQuota", "ListSecrets", "");
    static final Pool SSH_CLIENTS = Pool.of(
            "SSH-2.0-OpenSSH_9.9",
            "SSH-2.0-libssh2_1.11.1",
            "SSH-2.0-Go",
            "SSH-2.0-paramiko_3.5.1",
            "SSH-2.0-PUTTY",
            "SSH-2.0-JSCH-0.2.26",
            "SSH-2.0-libssh_0.11.2",
            "SSH-2.0-Nmap-SSH2-Hostkey");
    static final Pool SSH_SERVERS =
            Pool.of("SSH-2.0-OpenSSH_8.9p1 Ubuntu-3", "SSH-2.0-OpenSSH_7.4", "SSH-2.0-dropbear_2022.83");
    static final Pool PATHS = Pool.of(
            "/",
            "/login",
            "/index.html",
            "/admin/",
            "/wp-login.php",
            "/phpmyadmin/",
            "/manager/html",
            "/.env",
            "/.git/config",
            "/cgi-bin/luci",
            "/api/v1/users",
            "/owa/auth/logon.aspx",
            "/backup.zip",
            "/actuator/env");
    static final Pool SKINS = Pool.of("nasLogin", "routerLogin", "printerPanel", "vpnPortal", "intranet", "ilo");
    static final Pool FILES = Pool.of(
            "Finance/Payroll 2026.xlsx",
            "HR/Contracts/Executive terms.docx",
            "IT/passwords-old.kdbx",
            "Projects/Bluebird/design.vsdx",
            "Legal/NDA template.docx",
            "Backups/dc01-ntds.bak",
            "IT/vpn-config.ovpn",
            "Board/Minutes October.pdf",
            "Öffentlich/Urlaubsplan.xlsx",
            "Scans/IMG_2041.tif");
    static final Pool SHARES = Pool.of("Documents", "Finance", "IT$", "Public", "Backups", "Scans");
    static final Pool WORKSTATIONS = Pool.of(
            "WS-FIN-014",
            "LAPTOP-7QK2M1",
            "kali",
            "DESKTOP-A81HHE",
            "PC-HR-03",
            "JUMP01",
            "build-agent-2",
            "WIN-NQ4V2L");
    static final Pool DOMAINS = Pool.of("CORP", "WORKGROUP", "PLANT", "EXAMPLE", "");
    static final Pool HOSTNAMES = Pool.of(
            "nas-03.corp.example",
            "intranet.corp.example",
            "10.20.4.17",
            "printer-2f.corp.example",
            "portal.example.org");
    static final Pool SQL_APPS = Pool.of(
            "Microsoft SQL Server Management Studio",
            "jTDS",
            "sqlcmd",
            "OSQL-32",
            "Core .Net SqlClient Data Provider",
            "mssqlclient");
    static final Pool REDIS = Pool.of("INFO", "CONFIG", "KEYS", "SLAVEOF", "EVAL", "FLUSHALL", "AUTH");
    static final Pool REDIS_ARGUMENTS =
            Pool.of("", "GET dir", "*", "203.0.113.66 8886", "SET dbfilename backup1", "server");
    static final Pool REPOSITORIES = Pool.of("payments-core", "infra-terraform", "mobile-app", "secrets", "wiki");
    static final Pool TERMINALS = Pool.of("XTERM-256COLOR", "XTERM", "VT100", "LINUX", "ANSI");
    static final Pool SIZES = Pool.of("80x24", "120x30", "0x0", "211x52");
    static final Pool PORTS = Pool.of(
            "21, 22, 23, 80, 443",
            "22",
            "445, 139, 135",
            "1433, 3306, 5432",
            "80, 443, 8080, 8443, 8000, 8888",
            "3389, 5985, 5986",
            "21, 22, 23, 25, 53, 80, 110, 111, 135, 139, 143, 443, 445, 993, 995, 1723, 3306, 3389, 5900, 8080");
    static final Pool MEMOS = Pool.of(
            "AWS key in the deploy repository of the payments team",
            "Word file in the CFO's mailbox",
            "DNS name in the old VPN config",
            "Spreadsheet on the finance share",
            "Link in the wiki page about break-glass accounts",
            "Key on the build server",
            "Document on the lost-laptop image",
            "QR code behind the badge printer",
            "Query in the customer database dump",
            "Folder icon on the backup share",
            "Schlüssel im Archiv der Buchhaltung",
            "Page copied from the sign-in portal");
    static final Pool BIRDS = Pool.of(
            "nas", "dc", "printer", "fileserver", "db", "jumphost", "plc", "camera", "build", "mail", "vpn", "hmi");
    static final Pool PLACES = Pool.of(
            "Server room, Berlin",
            "Rack 7, Cape Town",
            "Branch office, Lyon",
            "Plant 2, hall C",
            "eu-central-1",
            "Basement, Osaka",
            "Warehouse");
    static final Pool PEOPLE = Pool.of(
            "ines.wagner@corp.example",
            "tom.achterberg@corp.example",
            "soc-lead@corp.example",
            "priya.raman@corp.example",
            "night.shift@corp.example",
            "api-user@corp.example");
    static final Pool CITIES =
            Pool.of("Rotterdam", "São Paulo", "Ashburn", "Singapore", "Frankfurt am Main", "Lagos", "Kyiv");
    static final Pool COUNTRIES = Pool.of("NL", "BR", "US", "SG", "DE", "NG", "UA");
    static final Pool NETWORKS =
            Pool.of("AS64500 Example Hosting", "AS64501 Sample Cloud", "AS64502 Test Telecom", "AS64510 Demo Fibre");
    static final Pool SETTINGS = Pool.of(
            "Slack notifications were switched on",
            "Two-factor sign-in was made mandatory",
            "The device name was changed",
            "The FTP service was switched off",
            "A webhook was added",
            "Session time was set to 30 minutes",
            "Syslog forwarding was switched on");
    static final Pool COMMANDS =
            Pool.of("wmic.exe", "quser.exe", "klist.exe", "nltest.exe", "adfind.exe", "certutil.exe");
    static final Pool COMMUNITIES = Pool.of("public", "private", "cisco", "manager", "ILMI");
    static final Pool AUDIT_AGENTS = Pool.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "curl/8.14.1",
            "python-requests/2.32.4");

    private Words() {}
}
