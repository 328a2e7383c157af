# Asks this computer what it knows of IPsec and packs the answers, for IPsec Workbench. It changes nothing and sends nothing:
# it runs the commands below, which only read, and writes to the folder in which it is started. Pre-shared keys are taken out
# before anything is written. Run it as an administrator, with Windows PowerShell 2 or newer:
#
#   powershell -ExecutionPolicy Bypass -File collect-ipsec.ps1
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$commands = @(
@COMMANDS@
)
$keys = New-Object Text.RegularExpressions.Regex '@KEYS@'
$salt = [Convert]::FromBase64String('@SALT@')
$limit = 300000
$utf8 = New-Object Text.UTF8Encoding $false
$invariant = [Globalization.CultureInfo]::InvariantCulture
$started = [DateTime]::UtcNow
$name = $env:COMPUTERNAME
$folder = Join-Path (Get-Location).Path ('ipsec-' + $name + '-' + $started.ToString('yyyyMMdd-HHmmss', $invariant))
[void][IO.Directory]::CreateDirectory((Join-Path $folder 'evidence'))

function Time($time) { $time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", $invariant) }

function Json($text) {
    $out = New-Object Text.StringBuilder
    foreach ($c in $text.ToCharArray()) {
        if ($c -eq '"' -or $c -eq '\') { [void]$out.Append('\').Append($c) }
        elseif ([int]$c -lt 32) { [void]$out.Append('\u').Append(([int]$c).ToString('x4')) }
        else { [void]$out.Append($c) }
    }
    '"' + $out + '"'
}

function Digest($key) {
    $bytes = $utf8.GetBytes($key)
    $slow = New-Object Security.Cryptography.Rfc2898DeriveBytes $bytes, $salt, @ROUNDS@
    '(redacted-' + [BitConverter]::ToString($slow.GetBytes(8)).Replace('-', '').ToLowerInvariant() + ')'
}

$evaluator = [Text.RegularExpressions.MatchEvaluator] {
    param($found)
    foreach ($group in 1, 3, 5) {
        if ($found.Groups[$group].Success) {
            $value = $found.Groups[$group + 1].Value
            $quote = ''
            if ($value.StartsWith('"') -or $value.StartsWith("'")) { $quote = $value.Substring(0, 1) }
            $key = $value.Trim().Trim('"', "'")
            if ($key.StartsWith('(redacted-')) { return $found.Value }
            return $found.Groups[$group].Value + $quote + (Digest $key) + $quote
        }
    }
    '(redacted)'
}

function Read($file) {
    if (-not [IO.File]::Exists($file)) { return (, (New-Object byte[] 0)) }
    $text = $utf8.GetString([IO.File]::ReadAllBytes($file))
    [IO.File]::Delete($file)
    , $utf8.GetBytes($keys.Replace($text, $evaluator))
}

function Run($line) {
    $out = Join-Path $folder 'out.tmp'
    $err = Join-Path $folder 'err.tmp'
    $info = New-Object Diagnostics.ProcessStartInfo
    $info.FileName = $env:ComSpec
    $info.Arguments = '/d /c "chcp 65001 >nul & ' + $line + ' >"' + $out + '" 2>"' + $err + '""'
    $info.UseShellExecute = $false
    $info.CreateNoWindow = $true
    $begin = [DateTime]::UtcNow
    $process = [Diagnostics.Process]::Start($info)
    $isDone = $process.WaitForExit($limit)
    if (-not $isDone) { & $env:ComSpec /d /c "taskkill /t /f /pid $($process.Id) >nul 2>nul"; Start-Sleep -Seconds 2 }
    $end = [DateTime]::UtcNow
    $output = Read $out
    $errors = Read $err
    $head = "host: $name`ncommand: $line`nstarted: $(Time $begin)`nended: $(Time $end)`n"
    if ($isDone) { $head += "exit: $($process.ExitCode)`n" }
    else { $head += "cause: TIMED_OUT`nincomplete: The command did not end within five minutes and was ended.`nnext: Run it by hand.`n" }
    $head += "truncated: false`ncharset: UTF-8`noutput: $($output.Length)`nerrors: $($errors.Length)`n`n"
    $all = New-Object IO.MemoryStream
    foreach ($part in $utf8.GetBytes($head), $output, $errors) { $all.Write($part, 0, $part.Length) }
    New-Object PSObject -Property @{ Begin = $begin; Text = $utf8.GetString($output); Bytes = $all.ToArray() }
}

$values = @{ '@NAME@' = ''; '@DOMAIN@' = ''; '@REALM@' = ''; '@CONTROLLER@' = '' }
$items = @()
$number = 0
foreach ($command in $commands) {
    $line = $command
    $isKnown = $true
    foreach ($key in $values.Keys) {
        if ($line.Contains($key)) {
            if ($values[$key] -eq '') { $isKnown = $false } else { $line = $line.Replace($key, $values[$key]) }
        }
    }
    if (-not $isKnown) { continue }
    $number++
    Write-Host "$number of $($commands.Length): $($line.Substring(0, [Math]::Min(100, $line.Length)))"
    $answer = Run $line
    if ($line -eq '@NAMING@') { $values['@NAME@'] = $answer.Text.Trim() }
    if ($line.StartsWith('nltest /dsgetdc:')) {
        $controller = [regex]::Match($answer.Text, '(?m)^\s*DC:\s*\\\\([\w.-]{1,255})\s*$')
        $domain = [regex]::Match($answer.Text, '(?m)^\s*Dom Name:\s*([\w.-]{1,255})\s*$')
        if ($controller.Success) { $values['@CONTROLLER@'] = $controller.Groups[1].Value }
        if ($domain.Success) {
            $values['@DOMAIN@'] = $domain.Groups[1].Value
            $values['@REALM@'] = $domain.Groups[1].Value.ToUpperInvariant()
        }
    }
    $entry = "evidence/$number.transcript"
    [IO.File]::WriteAllBytes((Join-Path $folder "evidence\$number.transcript"), $answer.Bytes)
    $sha = [Security.Cryptography.SHA256]::Create()
    $hash = [BitConverter]::ToString($sha.ComputeHash($answer.Bytes)).Replace('-', '').ToLowerInvariant()
    $items += '{"id":"' + $number + '","kind":"transcript","host":' + (Json $name) + ',"name":' + (Json $line) +
        ',"takenAt":"' + (Time $answer.Begin) + '","size":' + $answer.Bytes.Length + ',"sha256":"' + $hash +
        '","entry":"' + $entry + '"}'
}
$manifest = '{"schema":"ipsecwb/session/1","title":' + (Json "Collected on $name") + ',"created":"' + (Time $started) +
    '","hosts":[{"name":' + (Json $name) + '}],"evidence":[' + "`n" + [string]::Join(",`n", $items) + "`n]}`n"
[IO.File]::WriteAllBytes((Join-Path $folder 'session.json'), $utf8.GetBytes($manifest))

# .NET 4.5, which Windows Server 2012 and later have.
$archive = $folder + '.ipsecwb'
try {
    Add-Type -AssemblyName System.IO.Compression
    $file = [IO.File]::Open($archive, 'CreateNew')
    $zip = New-Object IO.Compression.ZipArchive $file, 'Create'
    foreach ($entry in @('session.json') + @(1..$number | ForEach-Object { "evidence/$_.transcript" })) {
        $stream = $zip.CreateEntry($entry).Open()
        $bytes = [IO.File]::ReadAllBytes((Join-Path $folder $entry))
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Close()
    }
    $zip.Dispose()
    $file.Close()
    [IO.Directory]::Delete($folder, $true)
    Write-Host "Done: send $archive"
} catch {
    Write-Host "Done: send $folder as a ZIP file (in Explorer: Send to, Compressed folder)."
}
