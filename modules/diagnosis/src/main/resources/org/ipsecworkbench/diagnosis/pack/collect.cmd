@echo off
rem Asks this computer what it knows of IPsec, for IPsec Workbench: Windows 2000 to Server 2003. It changes nothing and sends
rem nothing: it runs the commands below, which only read, and writes a folder where it is started. Lines that may hold a
rem pre-shared key are left out before anything is kept. Run it as an administrator.
setlocal enableextensions disabledelayedexpansion
set NAME=%COMPUTERNAME%
set FOLDER=%CD%\ipsec-%NAME%
if exist "%FOLDER%" echo %FOLDER% is there already. Rename or remove it.
if exist "%FOLDER%" exit /b 1
mkdir "%FOLDER%\evidence"
for /f "tokens=2 delims=:." %%a in ('chcp') do set PAGE=%%a
set PAGE=%PAGE: =%
set CHARSET=Cp%PAGE%
if "%PAGE%"=="932" set CHARSET=windows-31j
if "%PAGE%"=="936" set CHARSET=GBK
if "%PAGE%"=="949" set CHARSET=x-windows-949
if "%PAGE%"=="950" set CHARSET=Big5
>"%FOLDER%\now.js" echo d=new Date();function p(n){return n^<10?"0"+n:n}WScript.Echo(d.getUTCFullYear()+"-"+p(d.getUTCMonth()+1)+"-"+p(d.getUTCDate())+"T"+p(d.getUTCHours())+":"+p(d.getUTCMinutes())+":"+p(d.getUTCSeconds())+"Z")
set NUMBER=0
set COMMA=
set DOMAIN=
set CONTROLLER=
call :now CREATED
>"%FOLDER%\session.json" echo {"schema":"ipsecwb/session/1","title":"Collected on %NAME%","created":"%CREATED%",
>>"%FOLDER%\session.json" echo "hosts":[{"name":"%NAME%"}],"evidence":[
@COMMANDS@
>>"%FOLDER%\session.json" echo ]}
del "%FOLDER%\*.tmp" "%FOLDER%\now.js"
echo Done: send %FOLDER% as a ZIP file (in Explorer: Send To, Compressed Folder).
exit /b 0

:now
for /f %%t in ('cscript //nologo "%FOLDER%\now.js"') do set %1=%%t
exit /b 0

:begin
set /a NUMBER+=1
echo %NUMBER%
call :now BEGAN
exit /b 0

:filter
set CODE=%1
call :now ENDED
findstr /v /i /r /c:"psk" /c:"pre-*shared *key" /c:"schl.*ssel *:" /c:"partag.*e *:" /c:"compartid.* *:" /c:"condivisa *:" "%FOLDER%\raw.tmp" >"%FOLDER%\out.tmp"
for %%f in ("%FOLDER%\out.tmp") do set SIZE=%%~zf
for %%f in ("%FOLDER%\err.tmp") do set ERRORS=%%~zf
>"%FOLDER%\head.tmp" echo host: %NAME%
exit /b 0

:finish
>>"%FOLDER%\head.tmp" echo started: %BEGAN%
>>"%FOLDER%\head.tmp" echo ended: %ENDED%
>>"%FOLDER%\head.tmp" echo exit: %CODE%
>>"%FOLDER%\head.tmp" echo truncated: false
>>"%FOLDER%\head.tmp" echo charset: %CHARSET%
>>"%FOLDER%\head.tmp" echo output: %SIZE%
>>"%FOLDER%\head.tmp" echo errors: %ERRORS%
>>"%FOLDER%\head.tmp" echo.
copy /b "%FOLDER%\head.tmp" + "%FOLDER%\out.tmp" + "%FOLDER%\err.tmp" "%FOLDER%\evidence\%NUMBER%.transcript" >nul
exit /b 0

:controller
for /f "tokens=2 delims=\" %%c in ('findstr /r /c:"^ *DC:" "%FOLDER%\raw.tmp"') do set CONTROLLER=%%c
for /f "tokens=2 delims=:" %%d in ('findstr /c:"Dom Name:" "%FOLDER%\raw.tmp"') do set DOMAIN=%%d
if defined DOMAIN set DOMAIN=%DOMAIN: =%
exit /b 0
