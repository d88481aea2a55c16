using System;
using System.Net;
using System.Net.Mail;

public class MailSender
{
    public void Send(string to, string subject, string body)
    {
        using var client = new SmtpClient("smtp.example.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential("noreply@example.com",
            Environment.GetEnvironmentVariable("SMTP_PASSWORD"));
        client.Send("noreply@example.com", to, subject, body);
    }
}
