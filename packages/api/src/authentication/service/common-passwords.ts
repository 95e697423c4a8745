/** The passwords that guessers try first, in lower case. Shorter ones are refused by their length. */
const LIST = `
00000000 000000000 0000000000 01234567 0123456789 0987654321 10203040 1029384756 11111111 111111111
1111111111 11112222 11223344 1122334455 12121212 1212121212 12312312 123123123 1231231234 12341234
12344321 123454321 12345678 123456789 1234567890 12345678910 123456789a 12345678a 1234567891 1234567a
123456abc 123456aa 1234abcd 1234qwer 123abc123 123qweasd 123qwe123 13131313 147258369 147852369
159357456 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 20202020 21212121
22222222 222222222 23232323 25252525 31415926 33333333 44444444 55555555 555555555 55667788 66666666
666666666 69696969 77777777 777777777 789456123 87654321 88888888 888888888 98765432 987654321
9876543210 99999999 999999999 a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678
aaaaaaaa abc12345 abc123456 abc123abc abcd1234 abcd12345 abcdefg1 abcdefgh abcdefghi admin123
admin1234 administrator adminadmin alexander alexandra angelica arsenal1 asd12345 asdasdasd asdf1234
asdfasdf asdfghjk asdfghjkl asdfghjkl1 babygirl babygirl1 barcelona baseball baseball1 basketball
batman123 bismillah blink182 brooklyn butterfly carolina caroline changeme changeme1 changeme123
charlie1 chelsea1 chocolate christian christine chocolate1 computer computer1 corvette cowboys1
danielle default1 dolphins dragon123 einstein elephant elizabeth evolution ferrari1 february
football football1 football123 forever1 freedom1 fuckyou1 gabriela gangster garfield geronimo giovanni
goodluck goodluck1 guitarist hallo123 hardcore hello123 hello1234 hellohello honeybee icecream
iloveyou iloveyou1 iloveyou2 iloveyou123 internet invisible isabella jackson1 jasmine1 jennifer
jennifer1 jessica1 jonathan jordan23 kimberly letmein1 letmein123 letmeinnow lifehack liverpool
liverpool1 login123 lovelove loveyou1 lovely123 manchester margaret maradona marlboro marvelous master123
maverick melissa1 mercedes metallica michael1 michelle midnight minecraft monkey123 motorola mustang1
mypassword nicholas november nintendo p@ssw0rd p@ssword p@ssword1 pa55w0rd pa55word paradise
pass1234 pass12345 passpass passport passw0rd passw0rd1 password password! password0 password01
password1 password1! password11 password12 password123 password123! password1234 password12345
password2 password3 password9 password99 patricia pikachu1 pineapple playstation pokemon1 portugal
precious princess princess1 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxed qazwsxedc qazxswed qq123456
qwaszx12 qwe12345 qwe123456 qweasd123 qweasdzxc qweqweqwe qwer1234 qwerasdf qwert123 qwert1234
qwerty11 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwerty321 qwertyqwerty qwertyui
qwertyuio qwertyuiop qwertyuiop1 rainbow1 realmadrid remember robert123 samantha samsung1 samsung123
scorpion secret123 september shadow123 slipknot snickers snowball softball spiderman starwars starwars1
stephanie steelers strawberry sunflower sunshine sunshine1 superman superman1 superstar swordfish
temporary test1234 test12345 testing1 testing123 testtest thailand thomas123 trustno1 trustno11
undertaker valentina valentine vanessa1 victoria vladimir volleyball webmaster welcome1 welcome12
welcome123 whatever whatever1 william1 winston1 wolverine xxxxxxxx yamaha123 zaq12wsx zaq1xsw2 zaqwsx123
zxcv1234 zxcvbnm1 zxcvbnm12 zxcvbnm123 zxcvbnmm
`;

export const commonPasswords: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
